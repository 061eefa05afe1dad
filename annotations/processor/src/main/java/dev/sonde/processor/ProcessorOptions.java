package dev.sonde.processor;

import dev.sonde.processor.diagnostic.ProblemReport;
import dev.sonde.processor.diagnostic.SimilarNames;
import dev.sonde.processor.render.InjectionStyle;
import dev.sonde.rules.JavaRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the user chose by {@code -Asonde.…}.
 *
 * @param withDefaults whether to write out Kubernetes' defaults
 * @param inject which annotations let a dependency-injection container build the generated classes
 * @param advised whether to give advice beside what is wrong
 */
record ProcessorOptions(boolean withDefaults, InjectionStyle inject, boolean advised) {

  static final String DEFAULTS = "sonde.defaults";
  static final String INJECT = "sonde.inject";
  static final String ADVICE = "sonde.advice";

  private static final String PREFIX = "sonde.";

  static Set<String> names() {
    return Set.of(ADVICE, DEFAULTS, INJECT);
  }

  /** Reads the options; what is none is reported, and the default counts. */
  static ProcessorOptions read(Map<String, String> written, ProblemReport report) {
    for (String name : new TreeSet<>(written.keySet())) {
      if (name.startsWith(PREFIX) && !names().contains(name)) {
        reportUnknown(name, report);
      }
    }
    String defaults = choose(DEFAULTS, written, List.of("false", "true"), report);
    String inject = choose(INJECT, written, List.of("auto", "none", "jakarta", "spring"), report);
    String advice = choose(ADVICE, written, List.of("true", "false"), report);
    return new ProcessorOptions(
        defaults.equals("true"),
        InjectionStyle.valueOf(inject.toUpperCase(Locale.ROOT)),
        advice.equals("true"));
  }

  /** {@return what is written, if it is a choice, else the first one} */
  private static String choose(
      String name, Map<String, String> written, List<String> choices, ProblemReport report) {
    if (!written.containsKey(name)) {
      return choices.get(0);
    }
    // Without "=" there is no value at all, not even an empty one.
    String value = String.valueOf(written.get(name));
    if (choices.contains(value)) {
      return value;
    }
    report.print(
        JavaRule.OPTION_VALUE,
        sentences(
            "option "
                + name
                + " = \""
                + (value.equals("null") ? "" : value)
                + "\" is none of "
                + String.join(", ", choices)
                + ".",
            SimilarNames.didYouMean(value, choices)));
    return choices.get(0);
  }

  private static void reportUnknown(String name, ProblemReport report) {
    TreeSet<String> names = new TreeSet<>(names());
    report.print(
        JavaRule.OPTION_UNKNOWN,
        sentences(
            "there is no option " + name + "; available: " + String.join(", ", names) + ".",
            SimilarNames.didYouMean(name, names)));
  }

  private static String sentences(String first, String second) {
    return second.isEmpty() ? first : first + " " + second;
  }
}
