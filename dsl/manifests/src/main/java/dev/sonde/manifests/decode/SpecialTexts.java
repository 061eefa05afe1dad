package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that must follow a grammar of its own to be decoded. */
final class SpecialTexts {

  private static final Pattern QUANTITY =
      Pattern.compile(
          "[+-]?(?<whole>[0-9]*)(?:\\.(?<fraction>[0-9]*))?"
              + "(?:[numkMGTPE]|[KMGTPE]i|[eE](?<exponent>[+-]?[0-9]{1,18}))?");

  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:[.,][0-9]+)?"
              + "(?:Z|[+-](?:[01][0-9]|2[0-4]):[0-5][0-9])");

  private static final int LONGEST = 1_000;

  /** That of the suffix n, nano. */
  private static final int SMALLEST_EXPONENT = -9;

  private SpecialTexts() {}

  static boolean isQuantity(ScalarNode scalar, ScalarType found) {
    return switch (found) {
      case INTEGER, FLOAT -> true;
      case STRING -> isQuantity(scalar.text().strip());
      default -> false;
    };
  }

  private static boolean isQuantity(String text) {
    Matcher matcher = QUANTITY.matcher(text);
    return !text.isEmpty()
        && text.length() <= LONGEST
        && matcher.matches()
        && (hasDigits(matcher) || isSmallestExponent(matcher.group("exponent")));
  }

  private static boolean hasDigits(Matcher quantity) {
    String fraction = quantity.group("fraction");
    return !quantity.group("whole").isEmpty() || (fraction != null && !fraction.isEmpty());
  }

  /** Without digits an amount is 0, unless it is so small that the digits are looked at again. */
  private static boolean isSmallestExponent(@Nullable String exponent) {
    return exponent == null || Long.parseLong(exponent) >= SMALLEST_EXPONENT;
  }

  static boolean isTime(String text) {
    Matcher matcher = TIME.matcher(text.length() <= LONGEST ? text : "");
    if (!matcher.matches()) {
      return false;
    }
    try {
      LocalDate.of(group(matcher, 1), group(matcher, 2), group(matcher, 3));
      LocalTime.of(group(matcher, 4), group(matcher, 5), group(matcher, 6));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static int group(Matcher matcher, int number) {
    return Integer.parseInt(matcher.group(number));
  }
}
