package dev.sonde.processor.plan;

import dev.sonde.processor.diagnostic.SimilarNames;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.DeclaredContainer;
import dev.sonde.processor.read.PlacedValue;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.processor.read.ProbeDeclarations;
import dev.sonde.processor.read.TypeRef;
import dev.sonde.rules.JavaRule;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which container each declaration belongs to: the one that it names, or the only one; else
 * one that includes the class, is declared on the class or one around it, or in its package or the
 * nearest one above.
 */
final class ContainerRouting {

  /** A container, or the lack of one, and what was found to belong to it. */
  private record Home(Optional<DeclaredContainer> container, List<ProbeDeclaration> declarations) {}

  private final List<Home> homes = new ArrayList<>();
  private final List<SourceProblem> problems = new ArrayList<>();

  private ContainerRouting(List<DeclaredContainer> containers) {
    for (DeclaredContainer container : containers) {
      homes.add(new Home(Optional.of(container), new ArrayList<>()));
    }
    if (containers.isEmpty()) {
      homes.add(new Home(Optional.empty(), new ArrayList<>()));
    }
  }

  /** {@return what belongs to each container} Adds what is unclear to {@code problems}. */
  static List<ContainerDeclarations> route(
      ProbeDeclarations declared, List<SourceProblem> problems) {
    ContainerRouting routing = new ContainerRouting(declared.containers());
    for (ProbeDeclaration declaration : declared.declarations()) {
      routing.route(declaration);
    }
    problems.addAll(routing.problems);
    List<ContainerDeclarations> shares = new ArrayList<>();
    for (Home home : routing.homes) {
      if (home.container().isPresent() || !home.declarations().isEmpty()) {
        shares.add(new ContainerDeclarations(home.container(), home.declarations()));
      }
    }
    return shares;
  }

  private void route(ProbeDeclaration declaration) {
    if (declaration.checks().isEmpty()) {
      for (Home home : homesOf(declaration, declaration.declaredIn())) {
        home.declarations().add(declaration);
      }
      return;
    }
    IdentityHashMap<Home, List<CheckDeclaration>> checksByHome = new IdentityHashMap<>();
    for (CheckDeclaration check : declaration.checks()) {
      for (Home home : homesOf(declaration, check.owner())) {
        checksByHome.putIfAbsent(home, new ArrayList<>());
        checksByHome.get(home).add(check);
      }
    }
    for (Map.Entry<Home, List<CheckDeclaration>> entry : checksByHome.entrySet()) {
      entry.getKey().declarations().add(declaration.withChecks(entry.getValue()));
    }
  }

  private List<Home> homesOf(ProbeDeclaration declaration, TypeRef type) {
    if (declaration.container().isPresent()) {
      return named(declaration, declaration.container().get(), type);
    }
    List<Home> candidates = homes.size() == 1 ? homes : candidates(type);
    if (!isClear(candidates, type)) {
      problems.add(unclear(declaration, type, "Name the one that is meant: container = \"...\"."));
      return List.of();
    }
    return candidates;
  }

  /** A class may be included in several containers; to belong to several otherwise is unclear. */
  private static boolean isClear(List<Home> candidates, TypeRef type) {
    return candidates.size() == 1
        || (!candidates.isEmpty() && candidates.get(0).container().get().includes(type));
  }

  private List<Home> candidates(TypeRef type) {
    List<Home> including = new ArrayList<>();
    List<Home> around = List.of();
    for (Home home : homes) {
      DeclaredContainer container = home.container().get();
      if (container.includes(type)) {
        including.add(home);
      }
      if (type.isWithin(container.type())) {
        // Containers come sorted, so that the outer one comes before the inner one.
        around = List.of(home);
      }
    }
    if (!including.isEmpty()) {
      return including;
    }
    return around.isEmpty() ? inNearestPackage(type) : around;
  }

  private List<Home> inNearestPackage(TypeRef type) {
    List<Home> nearest = new ArrayList<>();
    int length = -1;
    for (Home home : homes) {
      String name = home.container().get().type().packageName();
      if (isAtOrAbove(name, type.packageName()) && name.length() >= length) {
        if (name.length() > length) {
          nearest.clear();
        }
        length = name.length();
        nearest.add(home);
      }
    }
    return nearest;
  }

  private static boolean isAtOrAbove(String upper, String lower) {
    return upper.isEmpty() || lower.equals(upper) || lower.startsWith(upper + ".");
  }

  private List<Home> named(ProbeDeclaration declaration, PlacedValue<String> name, TypeRef type) {
    List<String> names = new ArrayList<>();
    List<Home> found = new ArrayList<>();
    for (Home home : homes) {
      String candidate = nameOf(home);
      if (candidate.equals(name.value())) {
        found.add(home);
      } else if (!candidate.isEmpty()) {
        names.add(candidate);
      }
    }
    if (found.size() == 1) {
      return found;
    }
    if (!found.isEmpty()) {
      problems.add(
          unclear(
              declaration,
              type,
              "Include the class in the one that is meant: @Container(include = "
                  + type
                  + ".class)."));
      return List.of();
    }
    problems.add(
        SourceProblem.of(
            JavaRule.CONTAINER_UNKNOWN,
            name.place(),
            "container \""
                + name.value()
                + "\" of "
                + declaration.place()
                + " does not exist; "
                + (names.isEmpty()
                    ? "no class has a @Container with a name."
                    : "available: " + String.join(", ", names) + "."),
            names.isEmpty()
                ? "Remove it, or annotate a class with @Container(name = \"" + name.value() + "\")."
                : SimilarNames.didYouMean(name.value(), names)));
    return List.of();
  }

  private SourceProblem unclear(ProbeDeclaration declaration, TypeRef type, String remedy) {
    List<String> there = new ArrayList<>();
    for (Home home : homes) {
      String name = nameOf(home);
      there.add((name.isEmpty() ? "" : name + " on ") + home.container().get().type());
    }
    return SourceProblem.of(
        JavaRule.CONTAINER_UNCLEAR,
        declaration.place(),
        "it is not clear to which container "
            + type
            + " with its "
            + declaration.place()
            + " belongs; available: "
            + String.join(", ", there)
            + ".",
        remedy);
  }

  private static String nameOf(Home home) {
    if (home.container().isEmpty() || home.container().get().name().isEmpty()) {
      return "";
    }
    return home.container().get().name().get().value();
  }
}
