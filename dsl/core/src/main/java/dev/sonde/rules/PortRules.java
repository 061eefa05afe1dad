package dev.sonde.rules;

import dev.sonde.model.Port;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;

/** Judges a port as the API server does: by number or by name, one finding for each thing wrong. */
final class PortRules {

  private static final int LONGEST_NAME = 15;
  private static final int HIGHEST = 65_535;

  private PortRules() {}

  static void check(Port port, FieldPath path, FindingSubject subject, FindingCollector report) {
    OptionalInt number = port.asNumber();
    if (number.isPresent()) {
      checkNumber(number.getAsInt(), path, subject, report);
    } else {
      checkName(port.toString(), path, subject, report);
    }
  }

  private static void checkNumber(
      int number, FieldPath path, FindingSubject subject, FindingCollector report) {
    if (number >= 1 && number <= HIGHEST) {
      return;
    }
    report.add(
        ApiRules.PORT_RANGE.finding(
            path,
            "port %d of %s is outside 1..%d%s."
                .formatted(
                    number,
                    subject.words(),
                    HIGHEST,
                    number == 0 ? "; a port that is not written counts as 0" : ""),
            "Give the port that the container listens on."));
  }

  private static void checkName(
      String name, FieldPath path, FindingSubject subject, FindingCollector report) {
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      add("is longer than %d characters".formatted(LONGEST_NAME), name, path, subject, report);
    }
    if (name.isEmpty()) {
      add("is empty", name, path, subject, report);
    } else if (!name.chars().allMatch(PortRules::isNameCharacter)) {
      add("has characters other than a-z, 0-9 and hyphens", name, path, subject, report);
    }
    if (name.chars().noneMatch(AsciiNames::isLowerLetter)) {
      add("is text and so must be a port's name, with a letter", name, path, subject, report);
    }
    if (name.contains("--")) {
      add("has two hyphens side by side", name, path, subject, report);
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      add("begins or ends with a hyphen", name, path, subject, report);
    }
  }

  private static void add(
      String whatIsWrong,
      String name,
      FieldPath path,
      FindingSubject subject,
      FindingCollector report) {
    report.add(
        ApiRules.PORT_NAME.finding(
            path,
            "port " + FindingWords.quote(name) + " of " + subject.words() + " " + whatIsWrong + ".",
            remedy(name)));
  }

  private static String remedy(String name) {
    if (!name.isEmpty() && name.chars().allMatch(AsciiNames::isDigit)) {
      return "Write the number, without quotes: " + name + ".";
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.equals(name) && isLegalName(lower)) {
      return "Did you mean " + FindingWords.quote(lower) + "?";
    }
    return "Give a port number, or the name of a port that the container declares.";
  }

  private static boolean isLegalName(String name) {
    FindingCollector none = new FindingCollector();
    checkName(name, FieldPath.ROOT, () -> "", none);
    return none.findings().isEmpty();
  }

  private static boolean isNameCharacter(int c) {
    return AsciiNames.isLowerLetter(c) || AsciiNames.isDigit(c) || c == '-';
  }
}
