package dev.sonde.rules;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.Port;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Judges a port as the API server does: by number or by name, one finding for each thing wrong. */
final class PortRules {

  private static final int LONGEST_NAME = 15;
  private static final int HIGHEST = 65_535;
  private static final String NO_LETTER = "has no letter";

  private PortRules() {}

  /**
   * Judges the ports that a container declares.
   *
   * @param path the way to the container
   * @param container the container
   */
  static void checkDeclared(
      List<ContainerPort> ports,
      FieldPath path,
      FindingSubject container,
      FindingCollector report) {
    Set<String> names = new HashSet<>();
    for (int index = 0; index < ports.size(); index++) {
      ContainerPort port = ports.get(index);
      FieldPath place = path.field("ports").index(index);
      FindingSubject subject = FindingSubject.port(index).of(container);
      String name = port.name().orElse("");
      if (!name.isEmpty()) {
        checkDeclaredName(name, names, place.field("name"), subject, report);
      }
      checkNumber(port.containerPort(), place.field("containerPort"), subject, report);
    }
  }

  private static void checkDeclaredName(
      String name,
      Set<String> names,
      FieldPath path,
      FindingSubject subject,
      FindingCollector report) {
    List<String> mistakes = mistakes(name);
    for (String mistake : mistakes) {
      report.add(
          ApiRules.PORT_NAME.finding(
              path,
              "name %s of %s %s.".formatted(FindingWords.quote(name), subject.words(), mistake),
              similar(name, "Name it after its protocol, such as http, or leave the name out.")));
    }
    if (mistakes.isEmpty() && !names.add(name)) {
      report.add(
          ApiRules.PORT_NAME_DUPLICATE.finding(
              path,
              "name %s of %s is another port's already."
                  .formatted(FindingWords.quote(name), subject.words()),
              "Give each port a name of its own."));
    }
  }

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
    for (String mistake : mistakes(name)) {
      String what =
          mistake.equals(NO_LETTER)
              ? "is text and so must be a port's name, with a letter"
              : mistake;
      report.add(
          ApiRules.PORT_NAME.finding(
              path,
              "port %s of %s %s.".formatted(FindingWords.quote(name), subject.words(), what),
              remedy(name)));
    }
  }

  private static List<String> mistakes(String name) {
    List<String> mistakes = new ArrayList<>(0);
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      mistakes.add("is longer than %d characters".formatted(LONGEST_NAME));
    }
    if (name.isEmpty()) {
      mistakes.add("is empty");
    } else if (!name.chars().allMatch(PortRules::isNameCharacter)) {
      mistakes.add("has characters other than a-z, 0-9 and hyphens");
    }
    if (name.chars().noneMatch(AsciiNames::isLowerLetter)) {
      mistakes.add(NO_LETTER);
    }
    if (name.contains("--")) {
      mistakes.add("has two hyphens side by side");
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      mistakes.add("begins or ends with a hyphen");
    }
    return mistakes;
  }

  private static String remedy(String name) {
    if (!name.isEmpty() && name.chars().allMatch(AsciiNames::isDigit)) {
      return "Write the number, without quotes: " + name + ".";
    }
    return similar(name, "Give a port number, or the name of a port that the container declares.");
  }

  private static String similar(String name, String otherwise) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.equals(name) && mistakes(lower).isEmpty()
        ? "Did you mean " + FindingWords.quote(lower) + "?"
        : otherwise;
  }

  private static boolean isNameCharacter(int c) {
    return AsciiNames.isLowerLetter(c) || AsciiNames.isDigit(c) || c == '-';
  }
}
