package dev.sonde.processor.check;

import dev.sonde.processor.read.Check;
import dev.sonde.processor.read.Declaration;
import dev.sonde.processor.read.Declarations;
import dev.sonde.processor.read.Placed;
import dev.sonde.processor.read.Policy;
import dev.sonde.processor.report.Place;
import dev.sonde.processor.report.Problem;
import dev.sonde.rules.JavaRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges what is said of checks. */
public final class TraitRules {

  private TraitRules() {}

  /**
   * {@return what is wrong with what is said of a declaration's checks}
   *
   * @param declaration the declaration
   */
  public static List<Problem> judge(Declaration declaration) {
    List<Problem> problems = new ArrayList<>();
    for (Check check : declaration.checks()) {
      if (check.traits().policy().isPresent()) {
        judge(check.traits().policy().get(), problems);
      }
    }
    return problems;
  }

  /**
   * {@return the annotations that say something of checks where there is none}
   *
   * @param declared everything that was declared
   */
  public static List<Problem> judgeMarks(Declarations declared) {
    Set<Place> used = new HashSet<>();
    for (Declaration declaration : declared.declarations()) {
      for (Check check : declaration.checks()) {
        used.addAll(check.traits().marks());
      }
    }
    List<Problem> problems = new ArrayList<>();
    for (Place mark : declared.marks()) {
      if (!used.contains(mark)) {
        problems.add(
            Problem.of(
                JavaRule.MARK_WITHOUT_CHECK,
                mark,
                mark + " says something of a check, but there is none.",
                "Put it on a method with @Startup, @Liveness or @Readiness, or on the class that"
                    + " owns the check."));
      }
    }
    return problems;
  }

  private static void judge(Policy policy, List<Problem> problems) {
    for (Map.Entry<String, Placed<Long>> number : policy.numbers().entrySet()) {
      if (number.getValue().value() < 1) {
        problems.add(
            Problem.of(
                JavaRule.CHECK_POLICY,
                number.getValue().place(),
                number.getKey()
                    + " = "
                    + number.getValue().value()
                    + " of "
                    + policy.place()
                    + " is less than 1.",
                "Raise it, or remove it."));
      }
    }
    Placed<Long> every = policy.numbers().get(Policy.EVERY);
    if (every != null && policy.numbers().containsKey(Policy.CACHED_FOR)) {
      problems.add(
          Problem.of(
              JavaRule.CHECK_POLICY,
              every.place(),
              policy.place()
                  + " sets both cachedForMillis and everyMillis; a check is either cached or asked in"
                  + " the background.",
              "Keep one of them."));
    }
  }
}
