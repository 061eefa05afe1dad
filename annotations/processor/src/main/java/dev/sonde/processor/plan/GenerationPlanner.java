package dev.sonde.processor.plan;

import dev.sonde.model.ProbeKind;
import dev.sonde.processor.check.CheckRules;
import dev.sonde.processor.check.ContainerChecks;
import dev.sonde.processor.check.SettingRules;
import dev.sonde.processor.check.TraitRules;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.CompilationSurroundings;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.processor.read.ProbeDeclarations;
import dev.sonde.rules.JavaRule;
import dev.sonde.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Decides what is generated, and finds what is wrong on the way. */
public final class GenerationPlanner {

  private GenerationPlanner() {}

  /**
   * {@return what is generated} What is wrong is left out of it as far as possible, so that code
   * which refers to generated classes compiles, and the only errors are those at their cause.
   *
   * @param declared everything that was declared
   * @param advised whether to give advice beside what is wrong
   */
  public static GenerationPlan plan(ProbeDeclarations declared, boolean advised) {
    List<SourceProblem> problems = new ArrayList<>(declared.unresolved());
    problems.addAll(ContainerChecks.judge(declared));
    for (ProbeDeclaration declaration : declared.declarations()) {
      problems.addAll(CheckRules.judge(declaration));
      problems.addAll(SettingRules.judge(declaration));
      problems.addAll(TraitRules.judge(declaration));
    }
    problems.addAll(TraitRules.judgeMarks(declared));
    AdviceSuppressions suppressions = new AdviceSuppressions(declared.suppressions());
    suppressions.judge(problems);
    List<ContainerOutput> containers = new ArrayList<>();
    if (declared.library() && !declared.declarations().isEmpty()) {
      problems.add(library(declared));
      return new GenerationPlan(containers, List.of(), worst(problems));
    }
    for (ContainerDeclarations share : ContainerRouting.route(declared, problems)) {
      ContainerOutputPlanner planner =
          new ContainerOutputPlanner(share, declared.surroundings(), advised);
      containers.add(planner.plan());
      for (SourceProblem problem : planner.problems()) {
        if (!suppressions.covers(problem, share.container())) {
          problems.add(problem);
        }
      }
    }
    return new GenerationPlan(
        containers, bridges(containers, declared.surroundings()), worst(problems));
  }

  private static SourceProblem library(ProbeDeclarations declared) {
    TreeSet<String> owners = new TreeSet<>();
    for (ProbeDeclaration declaration : declared.declarations()) {
      owners.add(declaration.declaredIn() + ".class");
    }
    return SourceProblem.of(
        JavaRule.LIBRARY,
        declared.declarations().get(0).place(),
        "nothing is generated for a library, which is what has checks and neither @Container nor an"
            + " annotation that sets a probe's parameters nor a main method.",
        "Name them in the application: @Container(include = {"
            + String.join(", ", owners)
            + "}). If this is the application, put @Container on a class of it.");
  }

  /** {@return the errors, or the warnings where there is none: they can wait} */
  private static List<SourceProblem> worst(List<SourceProblem> problems) {
    List<SourceProblem> errors = new ArrayList<>();
    for (SourceProblem problem : problems) {
      if (problem.severity() == Severity.ERROR) {
        errors.add(problem);
      }
    }
    return errors.isEmpty() ? problems : errors;
  }

  private static List<BridgeClass> bridges(
      List<ContainerOutput> containers, CompilationSurroundings surroundings) {
    List<EndpointsClass> endpoints = new ArrayList<>();
    for (ContainerOutput container : containers) {
      if (container.endpoints().isPresent()) {
        endpoints.add(container.endpoints().get());
      }
    }
    return BridgeClass.between(endpoints, surroundings);
  }

  /** {@return the declarations of one kind, sorted} */
  static List<ProbeDeclaration> ofKind(ProbeKind kind, List<ProbeDeclaration> declarations) {
    List<ProbeDeclaration> found = new ArrayList<>();
    for (ProbeDeclaration declaration : declarations) {
      if (declaration.kind() == kind) {
        found.add(declaration);
      }
    }
    return found;
  }
}
