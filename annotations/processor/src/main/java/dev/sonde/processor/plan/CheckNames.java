package dev.sonde.processor.plan;

import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.PlacedValue;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.rules.JavaRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names of a container's checks. A check has one name, whatever probes ask it: given by any of
 * its annotations, else made of its code.
 */
final class CheckNames {

  private final Map<String, PlacedValue<String>> given = new TreeMap<>();

  /** Gathers the names that are given; where two differ, the first one counts. */
  CheckNames(List<ProbeDeclaration> declarations, List<SourceProblem> problems) {
    for (ProbeDeclaration declaration : declarations) {
      if (declaration.name().isPresent()) {
        for (CheckDeclaration check : declaration.checks()) {
          give(declaration.name().get(), check, problems);
        }
      }
    }
  }

  /** {@return the check's name} */
  String of(CheckDeclaration check) {
    PlacedValue<String> name = given.get(identity(check));
    return name == null ? CheckName.of(check) : name.value();
  }

  /**
   * {@return where the check's name is given}
   *
   * @param place where the check is declared, if its name is not given
   */
  SourcePlace placeOf(CheckDeclaration check, SourcePlace place) {
    PlacedValue<String> name = given.get(identity(check));
    return name == null ? place : name.place();
  }

  private void give(
      PlacedValue<String> name, CheckDeclaration check, List<SourceProblem> problems) {
    PlacedValue<String> first = given.putIfAbsent(identity(check), name);
    if (first != null && !first.value().equals(name.value())) {
      problems.add(
          SourceProblem.of(
              JavaRule.CHECK_NAME_CONFLICT,
              name.place(),
              "name = \""
                  + name.value()
                  + "\" of "
                  + name.place()
                  + " disagrees with name = \""
                  + first.value()
                  + "\" of "
                  + first.place()
                  + "; a check has one name.",
              "Give it in one place."));
    }
  }

  static String identity(CheckDeclaration check) {
    return check.owner() + "." + check.method().name();
  }
}
