package dev.sonde.processor.plan;

import dev.sonde.processor.read.Check;
import dev.sonde.processor.read.Declaration;
import dev.sonde.processor.read.Placed;
import dev.sonde.processor.report.Place;
import dev.sonde.processor.report.Problem;
import dev.sonde.rules.JavaRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names of a container's checks. A check has one name, whatever probes ask it: given by any of
 * its annotations, else made of its code.
 */
final class CheckNames {

  private final Map<String, Placed<String>> given = new TreeMap<>();

  /** Gathers the names that are given; where two differ, the first one counts. */
  CheckNames(List<Declaration> declarations, List<Problem> problems) {
    for (Declaration declaration : declarations) {
      if (declaration.name().isPresent()) {
        for (Check check : declaration.checks()) {
          give(declaration.name().get(), check, problems);
        }
      }
    }
  }

  /** {@return the check's name} */
  String of(Check check) {
    Placed<String> name = given.get(identity(check));
    return name == null ? CheckName.of(check) : name.value();
  }

  /**
   * {@return where the check's name is given}
   *
   * @param place where the check is declared, if its name is not given
   */
  Place placeOf(Check check, Place place) {
    Placed<String> name = given.get(identity(check));
    return name == null ? place : name.place();
  }

  private void give(Placed<String> name, Check check, List<Problem> problems) {
    Placed<String> first = given.putIfAbsent(identity(check), name);
    if (first != null && !first.value().equals(name.value())) {
      problems.add(
          Problem.of(
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

  static String identity(Check check) {
    return check.owner() + "." + check.method().name();
  }
}
