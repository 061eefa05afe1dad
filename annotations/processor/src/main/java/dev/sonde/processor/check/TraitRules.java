package dev.sonde.processor.check;

import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.DeclaredPolicy;
import dev.sonde.processor.read.PlacedValue;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.processor.read.ProbeDeclarations;
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
  public static List<SourceProblem> judge(ProbeDeclaration declaration) {
    List<SourceProblem> problems = new ArrayList<>();
    for (CheckDeclaration check : declaration.checks()) {
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
  public static List<SourceProblem> judgeMarks(ProbeDeclarations declared) {
    Set<SourcePlace> used = new HashSet<>();
    for (ProbeDeclaration declaration : declared.declarations()) {
      for (CheckDeclaration check : declaration.checks()) {
        used.addAll(check.traits().marks());
      }
    }
    List<SourceProblem> problems = new ArrayList<>();
    for (SourcePlace mark : declared.marks()) {
      if (!used.contains(mark)) {
        problems.add(
            SourceProblem.of(
                JavaRule.MARK_WITHOUT_CHECK,
                mark,
                mark + " says something of a check, but there is none.",
                "Put it on a method with @Startup, @Liveness or @Readiness, or on the class that"
                    + " owns the check."));
      }
    }
    return problems;
  }

  private static void judge(DeclaredPolicy policy, List<SourceProblem> problems) {
    for (Map.Entry<String, PlacedValue<Long>> number : policy.numbers().entrySet()) {
      if (number.getValue().value() < 1) {
        problems.add(
            SourceProblem.of(
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
    PlacedValue<Long> every = policy.numbers().get(DeclaredPolicy.EVERY);
    if (every != null && policy.numbers().containsKey(DeclaredPolicy.CACHED_FOR)) {
      problems.add(
          SourceProblem.of(
              JavaRule.CHECK_POLICY,
              every.place(),
              policy.place()
                  + " sets both cachedForMillis and everyMillis; a check is either cached or asked in"
                  + " the background.",
              "Keep one of them."));
    }
  }
}
