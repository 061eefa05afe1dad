package dev.sonde.processor.plan;

import dev.sonde.model.ProbeKind;
import dev.sonde.processor.check.CheckRules;
import dev.sonde.processor.check.ContainerRules;
import dev.sonde.processor.check.SettingRules;
import dev.sonde.processor.read.Declaration;
import dev.sonde.processor.read.Declarations;
import dev.sonde.processor.read.Surroundings;
import dev.sonde.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;

/** Decides what is generated, and finds what is wrong on the way. */
public final class Planner {

  private Planner() {}

  /**
   * {@return what is generated} What is wrong is left out of it as far as possible, so that code
   * which refers to generated classes compiles, and the only errors are those at their cause.
   *
   * @param declared everything that was declared
   */
  public static Plan plan(Declarations declared) {
    List<Problem> problems = new ArrayList<>(declared.unresolved());
    problems.addAll(ContainerRules.judge(declared));
    for (Declaration declaration : declared.declarations()) {
      problems.addAll(CheckRules.judge(declaration));
      problems.addAll(SettingRules.judge(declaration));
    }
    List<ContainerPlan> containers = new ArrayList<>();
    for (Share share : Routing.route(declared, problems)) {
      containers.add(new ContainerPlanner(share, declared.surroundings(), problems).plan());
    }
    return new Plan(containers, bridges(containers, declared.surroundings()), problems);
  }

  private static List<Bridge> bridges(List<ContainerPlan> containers, Surroundings surroundings) {
    List<EndpointsClass> endpoints = new ArrayList<>();
    for (ContainerPlan container : containers) {
      if (container.endpoints().isPresent()) {
        endpoints.add(container.endpoints().get());
      }
    }
    return Bridge.between(endpoints, surroundings);
  }

  /** {@return the declarations of one kind, sorted} */
  static List<Declaration> ofKind(ProbeKind kind, List<Declaration> declarations) {
    List<Declaration> found = new ArrayList<>();
    for (Declaration declaration : declarations) {
      if (declaration.kind() == kind) {
        found.add(declaration);
      }
    }
    return found;
  }
}
