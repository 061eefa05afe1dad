package dev.sonde.processor.plan;

import dev.sonde.model.ProbeKind;
import dev.sonde.processor.check.CheckRules;
import dev.sonde.processor.check.ContainerRules;
import dev.sonde.processor.check.SettingRules;
import dev.sonde.processor.check.TraitRules;
import dev.sonde.processor.read.Declaration;
import dev.sonde.processor.read.Declarations;
import dev.sonde.processor.read.Surroundings;
import dev.sonde.processor.report.Problem;
import dev.sonde.rules.JavaRule;
import dev.sonde.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Decides what is generated, and finds what is wrong on the way. */
public final class Planner {

  private Planner() {}

  /**
   * {@return what is generated} What is wrong is left out of it as far as possible, so that code
   * which refers to generated classes compiles, and the only errors are those at their cause.
   *
   * @param declared everything that was declared
   * @param advised whether to give advice beside what is wrong
   */
  public static Plan plan(Declarations declared, boolean advised) {
    List<Problem> problems = new ArrayList<>(declared.unresolved());
    problems.addAll(ContainerRules.judge(declared));
    for (Declaration declaration : declared.declarations()) {
      problems.addAll(CheckRules.judge(declaration));
      problems.addAll(SettingRules.judge(declaration));
      problems.addAll(TraitRules.judge(declaration));
    }
    problems.addAll(TraitRules.judgeMarks(declared));
    Suppressions suppressions = new Suppressions(declared.suppressions());
    suppressions.judge(problems);
    List<ContainerPlan> containers = new ArrayList<>();
    if (declared.library() && !declared.declarations().isEmpty()) {
      problems.add(library(declared));
      return new Plan(containers, List.of(), worst(problems));
    }
    for (Share share : Routing.route(declared, problems)) {
      ContainerPlanner planner = new ContainerPlanner(share, declared.surroundings(), advised);
      containers.add(planner.plan());
      for (Problem problem : planner.problems()) {
        if (!suppressions.covers(problem, share.container())) {
          problems.add(problem);
        }
      }
    }
    return new Plan(containers, bridges(containers, declared.surroundings()), worst(problems));
  }

  private static Problem library(Declarations declared) {
    TreeSet<String> owners = new TreeSet<>();
    for (Declaration declaration : declared.declarations()) {
      owners.add(declaration.declaredIn() + ".class");
    }
    return Problem.of(
        JavaRule.LIBRARY,
        declared.declarations().get(0).place(),
        "nothing is generated for a library, which is what has checks and neither @Container nor an"
            + " annotation that sets a probe's parameters nor a main method.",
        "Name them in the application: @Container(include = {"
            + String.join(", ", owners)
            + "}). If this is the application, put @Container on a class of it.");
  }

  /** {@return the errors, or the warnings where there is none: they can wait} */
  private static List<Problem> worst(List<Problem> problems) {
    List<Problem> errors = new ArrayList<>();
    for (Problem problem : problems) {
      if (problem.severity() == Severity.ERROR) {
        errors.add(problem);
      }
    }
    return errors.isEmpty() ? problems : errors;
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
