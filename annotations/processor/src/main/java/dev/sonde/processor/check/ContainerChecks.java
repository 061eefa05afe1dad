package dev.sonde.processor.check;

import dev.sonde.model.WorkloadRef;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.DeclaredContainer;
import dev.sonde.processor.read.DeclaredShutdown;
import dev.sonde.processor.read.PlacedValue;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.processor.read.ProbeDeclarations;
import dev.sonde.rules.JavaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Judges the containers of a compilation, each and beside each other. */
public final class ContainerChecks {

  private static final int LONGEST_NAME = 63;

  private ContainerChecks() {}

  /**
   * {@return what is wrong with the containers}
   *
   * @param declared everything that was declared
   */
  public static List<SourceProblem> judge(ProbeDeclarations declared) {
    List<SourceProblem> problems = new ArrayList<>();
    List<DeclaredContainer> named = new ArrayList<>();
    for (DeclaredContainer container : declared.containers()) {
      if (container.name().isPresent()) {
        judgeName(container.name().get(), problems);
        judgeDuplicate(container, container.name().get(), named, problems);
      } else if (declared.containers().size() > 1) {
        problems.add(nameMissing(container, declared.containers()));
      }
      if (container.shutdown().isPresent()) {
        judgeShutdown(container.shutdown().get(), problems);
      }
      for (PlacedValue<String> include : container.includes()) {
        judgeInclude(include, declared, problems);
      }
      judgeOwners("several", container.several(), declared, problems);
      judgeOwners("optional", container.optional(), declared, problems);
    }
    return problems;
  }

  private static void judgeName(PlacedValue<String> name, List<SourceProblem> problems) {
    if (!isLegal(name.value())) {
      problems.add(
          SourceProblem.of(
              JavaRule.CONTAINER_NAME,
              name.place(),
              "container name \"" + name.value() + "\" is none that Kubernetes accepts.",
              "Write 1 to 63 characters of a-z, 0-9 and hyphens, with a letter or digit at both"
                  + " ends."));
    }
  }

  private static void judgeDuplicate(
      DeclaredContainer container,
      PlacedValue<String> name,
      List<DeclaredContainer> named,
      List<SourceProblem> problems) {
    for (DeclaredContainer first : named) {
      if (first.name().get().value().equals(name.value()) && !areApart(first, container)) {
        problems.add(duplicate(first, container, name));
        return;
      }
    }
    named.add(container);
  }

  /** Containers of two workloads may have one name, where both say in which workload they are. */
  private static boolean areApart(DeclaredContainer one, DeclaredContainer other) {
    WorkloadRef first = one.workload();
    WorkloadRef second = other.workload();
    boolean named = isNamed(first) && isNamed(second);
    return named && !(first.kind().equals(second.kind()) && first.name().equals(second.name()));
  }

  private static boolean isNamed(WorkloadRef workload) {
    return workload.kind().isPresent() && workload.name().isPresent();
  }

  private static SourceProblem duplicate(
      DeclaredContainer first, DeclaredContainer container, PlacedValue<String> name) {
    return SourceProblem.of(
        JavaRule.CONTAINER_NAME_DUPLICATE,
        name.place(),
        "container name \""
            + name.value()
            + "\" is given to both "
            + first.type().qualifiedName()
            + " and "
            + container.type().qualifiedName()
            + ".",
        "Give one of them another name, or both the kind and name of their workloads, or compile"
            + " them apart.");
  }

  private static void judgeShutdown(DeclaredShutdown shutdown, List<SourceProblem> problems) {
    judgeSeconds("preStopSeconds", shutdown.preStopSeconds(), 0, problems);
    if (shutdown.drainSeconds().isPresent()) {
      judgeSeconds("drainSeconds", shutdown.drainSeconds().get(), 0, problems);
    }
    judgeSeconds("stopSeconds", shutdown.stopSeconds(), 1, problems);
  }

  private static void judgeSeconds(
      String name, PlacedValue<Integer> seconds, int least, List<SourceProblem> problems) {
    if (seconds.value() < least) {
      problems.add(
          SourceProblem.of(
              JavaRule.SHUTDOWN_TIMES,
              seconds.place(),
              name
                  + " = "
                  + seconds.value()
                  + " of "
                  + seconds.place()
                  + " is under "
                  + least
                  + ".",
              "Write at least " + least + "."));
    }
  }

  private static SourceProblem nameMissing(
      DeclaredContainer container, List<DeclaredContainer> all) {
    List<String> others = new ArrayList<>();
    for (DeclaredContainer other : all) {
      if (!other.place().equals(container.place())) {
        others.add(other.type().qualifiedName());
      }
    }
    return SourceProblem.of(
        JavaRule.CONTAINER_NAME_MISSING,
        container.place(),
        container.place()
            + " has no name, and there are other containers: "
            + String.join(", ", others)
            + ".",
        "Name each of them as in the manifest: name = \"...\".");
  }

  private static void judgeInclude(
      PlacedValue<String> include, ProbeDeclarations declared, List<SourceProblem> problems) {
    for (SourceProblem unresolved : declared.unresolved()) {
      if (unresolved.place().equals(include.place())) {
        return;
      }
    }
    for (ProbeDeclaration declaration : declared.declarations()) {
      if (declaration.concerns(include.value())) {
        return;
      }
    }
    problems.add(
        SourceProblem.of(
            JavaRule.INCLUDE_WITHOUT_CHECKS,
            include.place(),
            include.value() + " has no @Startup, @Liveness or @Readiness, itself or inherited.",
            "Include the class whose methods are annotated."));
  }

  /**
   * Of a class whose checks are static, or asked of its subclasses' objects, there is no object.
   */
  private static void judgeOwners(
      String attribute,
      List<PlacedValue<String>> owners,
      ProbeDeclarations declared,
      List<SourceProblem> problems) {
    for (PlacedValue<String> owner : owners) {
      TreeSet<String> asked = new TreeSet<>();
      boolean declares = false;
      for (ProbeDeclaration declaration : declared.declarations()) {
        if (declaration.concerns(owner.value())) {
          declares = true;
          asked.addAll(ownersOf(declaration));
        }
      }
      if (declares && !asked.contains(owner.value())) {
        problems.add(
            SourceProblem.of(
                JavaRule.INCLUDE_WITHOUT_CHECKS,
                owner.place(),
                attribute
                    + " names "
                    + owner.value()
                    + ", whose checks are asked of "
                    + (asked.isEmpty() ? "no object" : "objects of " + String.join(", ", asked))
                    + ".",
                "Name classes whose objects are asked, or remove it."));
      }
    }
  }

  private static List<String> ownersOf(ProbeDeclaration declaration) {
    List<String> owners = new ArrayList<>();
    for (CheckDeclaration check : declaration.checks()) {
      if (!check.method().isStatic()) {
        owners.add(check.owner().qualifiedName());
      }
    }
    return owners;
  }

  private static boolean isLegal(String name) {
    if (name.length() > LONGEST_NAME || name.startsWith("-") || name.endsWith("-")) {
      return false;
    }
    for (int index = 0; index < name.length(); index++) {
      char c = name.charAt(index);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') {
        return false;
      }
    }
    return true;
  }
}
