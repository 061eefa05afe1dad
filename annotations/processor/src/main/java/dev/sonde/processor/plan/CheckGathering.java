package dev.sonde.processor.plan;

import dev.sonde.processor.check.CheckRules;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.Accessibility;
import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.rules.JavaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers and names the checks of one probe that can be called. */
final class CheckGathering {

  private record Known(NamedCheck check, SourcePlace place) {}

  private final CheckNames names;
  private final ClassName generated;
  private final List<SourceProblem> problems;
  private final Map<String, Known> byName = new TreeMap<>();

  private CheckGathering(CheckNames names, ClassName generated, List<SourceProblem> problems) {
    this.names = names;
    this.generated = generated;
    this.problems = problems;
  }

  /** {@return the checks, sorted by name} */
  static List<NamedCheck> gather(
      List<ProbeDeclaration> declarations,
      CheckNames names,
      ClassName generated,
      List<SourceProblem> problems) {
    CheckGathering gathering = new CheckGathering(names, generated, problems);
    for (ProbeDeclaration declaration : declarations) {
      for (CheckDeclaration check : declaration.checks()) {
        gathering.add(check, declaration);
      }
    }
    List<NamedCheck> checks = new ArrayList<>();
    for (Known known : gathering.byName.values()) {
      checks.add(known.check());
    }
    return checks;
  }

  private void add(CheckDeclaration check, ProbeDeclaration declaration) {
    if (!CheckRules.judge(check, declaration.place()).isEmpty()
        || !isReachable(check, declaration.place())) {
      return;
    }
    if (check.method().closed()) {
      problems.add(closed(check, declaration.place()));
    }
    NamedCheck named = new NamedCheck(names.of(check), check, declaration.place());
    SourcePlace place = names.placeOf(check, declaration.place());
    Known first = byName.putIfAbsent(named.name(), new Known(named, place));
    if (first != null
        && !CheckNames.identity(first.check().check()).equals(CheckNames.identity(check))) {
      problems.add(duplicate(named, place, first));
    }
  }

  private boolean isReachable(CheckDeclaration check, SourcePlace place) {
    String packageName = check.owner().packageName();
    if (packageName.equals(generated.packageName())) {
      return true;
    } else if (packageName.isEmpty()) {
      problems.add(
          unreachable(
              check,
              place,
              "is in the unnamed package, which code of other packages cannot refer to.",
              "Move it to a package."));
      return false;
    } else if (check.reach() == Accessibility.EVERYWHERE || check.owner().inSources()) {
      return true;
    }
    // A library's package gets no bridge: it belongs to the library.
    problems.add(
        unreachable(
            check,
            place,
            "comes from a library and is not public, so generated code cannot call it.",
            "Include a public class with a public check."));
    return false;
  }

  private static SourceProblem unreachable(
      CheckDeclaration check, SourcePlace place, String why, String remedy) {
    return SourceProblem.of(JavaRule.CHECK_VISIBILITY, place, owned(check) + " " + why, remedy);
  }

  private static SourceProblem closed(CheckDeclaration check, SourcePlace place) {
    return SourceProblem.of(
        JavaRule.CHECK_FINAL,
        place,
        owned(check)
            + " is final, or its class is, and Spring builds it: where an aspect or a transaction makes"
            + " a proxy of it, the proxy is asked, whose fields are empty, or cannot be made.",
        "Remove final.");
  }

  private static SourceProblem duplicate(NamedCheck named, SourcePlace place, Known first) {
    return SourceProblem.of(
        JavaRule.CHECK_NAME_DUPLICATE,
        place,
        "check name \""
            + named.name()
            + "\" is given to both "
            + owned(first.check().check())
            + " and "
            + owned(named.check())
            + ".",
        place.equals(first.place())
            ? "Remove the name, so that each class gives its own, or annotate their methods."
            : "Give one of them another name.");
  }

  private static String owned(CheckDeclaration check) {
    return check.owner() + "." + check.method().name() + "()";
  }
}
