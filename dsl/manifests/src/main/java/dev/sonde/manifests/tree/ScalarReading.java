package dev.sonde.manifests.tree;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads scalars as kubectl does. Its YAML library is a mix of YAML 1.1 and 1.2: numbers as in Go,
 * with underscores and a leading zero for octal, and YAML 1.1's words for true and false.
 */
final class ScalarReading {

  private static final String TAG = "tag:yaml.org,2002:";
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("y", "n", "yes", "no", "true", "false", "on", "off");
  private static final Pattern INTEGER =
      Pattern.compile(
          "([-+]?)(?:0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<binary>[01]+)|0[oO]?(?<octal>[0-7]+)"
              + "|(?<decimal>0|[1-9][0-9]*))");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)"
              + "|\\.(?:nan|NaN|NAN)");

  /** So many digits always fit 32 bits. */
  private static final int SMALL = 9;

  private ScalarReading() {}

  static ScalarType type(ScalarNode scalar) {
    if (scalar.tag().isPresent()) {
      return taggedType(scalar.tag().get());
    }
    return scalar.style() == ScalarStyle.PLAIN ? plainType(scalar.text()) : ScalarType.STRING;
  }

  private static ScalarType taggedType(String tag) {
    return switch (tag) {
      case TAG + "null" -> ScalarType.NULL;
      case TAG + "bool" -> ScalarType.BOOLEAN;
      case TAG + "int" -> ScalarType.INTEGER;
      case TAG + "float" -> ScalarType.FLOAT;
      default -> ScalarType.STRING;
    };
  }

  static boolean contradictsTag(ScalarNode scalar) {
    return scalar.tag().filter(tag -> !fits(plainType(scalar.text()), taggedType(tag))).isPresent();
  }

  private static boolean fits(ScalarType written, ScalarType tagged) {
    return written == tagged
        || tagged == ScalarType.STRING
        || (tagged == ScalarType.FLOAT && written == ScalarType.INTEGER);
  }

  private static ScalarType plainType(String text) {
    if (NULLS.contains(text)) {
      return ScalarType.NULL;
    }
    char first = text.charAt(0);
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
      return numberType(text);
    }
    return isBoolean(text) ? ScalarType.BOOLEAN : ScalarType.STRING;
  }

  private static ScalarType numberType(String text) {
    if (isSmallDecimal(text)) {
      return ScalarType.INTEGER;
    }
    String digits = text.replace("_", "");
    Matcher matcher = INTEGER.matcher(digits);
    if (matcher.matches() && fits64Bits(matcher)) {
      return ScalarType.INTEGER;
    }
    return FLOAT.matcher(digits).matches() && !overflows(digits)
        ? ScalarType.FLOAT
        : ScalarType.STRING;
  }

  /** With a sign up to 64 bits, without one a bit more; what is beyond is no integer to Go. */
  private static boolean fits64Bits(Matcher integer) {
    String sign = integer.group(1);
    return significantDigits(integer) <= Long.SIZE
        && (sign.isEmpty()
            ? magnitude(integer).bitLength() <= Long.SIZE
            : signed(integer).bitLength() < Long.SIZE);
  }

  /** So that a number of a million digits is not worked out. */
  private static int significantDigits(Matcher integer) {
    String digits = digits(integer);
    int first = 0;
    while (first < digits.length() && digits.charAt(first) == '0') {
      first++;
    }
    return digits.length() - first;
  }

  /** Most numbers of manifests are, and need no closer look. */
  private static boolean isSmallDecimal(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return length > 0 && length <= SMALL && (length == 1 || text.charAt(0) != '0');
  }

  private static boolean overflows(String digits) {
    return Character.isDigit(digits.charAt(digits.length() - 1))
        && Double.isInfinite(Double.parseDouble(digits));
  }

  static OptionalDouble number(ScalarNode scalar) {
    ScalarType type = type(scalar);
    boolean isNumber = type == ScalarType.INTEGER || type == ScalarType.FLOAT;
    if (!isNumber || contradictsTag(scalar)) {
      return OptionalDouble.empty();
    }
    OptionalLong whole = integer(scalar);
    return OptionalDouble.of(whole.isPresent() ? whole.getAsLong() : beyondLong(scalar));
  }

  /** A fraction, a whole number with the tag of one, or one of 64 bits without a sign. */
  private static double beyondLong(ScalarNode scalar) {
    String digits = scalar.text().replace("_", "");
    Matcher integer = INTEGER.matcher(digits);
    return integer.matches() && fits64Bits(integer)
        ? signed(integer).doubleValue()
        : number(digits);
  }

  private static double number(String digits) {
    return switch (digits.charAt(digits.length() - 1)) {
      case 'f', 'F' ->
          digits.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      case 'n', 'N' -> Double.NaN;
      default -> Double.parseDouble(digits);
    };
  }

  /** One of the words in lower case, in upper case or with a capital. */
  private static boolean isBoolean(String text) {
    if (text.length() > "false".length()) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String rest = text.substring(1);
    return BOOLEANS.contains(lower)
        && (rest.equals(lower.substring(1)) || text.equals(lower.toUpperCase(Locale.ROOT)));
  }

  static boolean isTrue(String word) {
    return !word.isEmpty()
        && switch (word.charAt(0)) {
          case 'y', 'Y', 't', 'T' -> true;
          case 'o', 'O' -> word.length() == "on".length();
          default -> false;
        };
  }

  static OptionalLong integer(ScalarNode scalar) {
    if (type(scalar) != ScalarType.INTEGER) {
      return OptionalLong.empty();
    }
    if (isSmallDecimal(scalar.text())) {
      return OptionalLong.of(Integer.parseInt(scalar.text()));
    }
    Matcher matcher = INTEGER.matcher(scalar.text().replace("_", ""));
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    BigInteger signed = signed(matcher);
    return signed.bitLength() < Long.SIZE
        ? OptionalLong.of(signed.longValue())
        : OptionalLong.empty();
  }

  private static BigInteger signed(Matcher matcher) {
    BigInteger value = magnitude(matcher);
    return "-".equals(matcher.group(1)) ? value.negate() : value;
  }

  private static BigInteger magnitude(Matcher matcher) {
    return new BigInteger(digits(matcher), radix(matcher));
  }

  private static String digits(Matcher matcher) {
    return Stream.of("hex", "binary", "octal", "decimal")
        .map(matcher::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static int radix(Matcher matcher) {
    if (matcher.group("hex") != null) {
      return 16;
    }
    if (matcher.group("binary") != null) {
      return 2;
    }
    return matcher.group("octal") != null ? 8 : 10;
  }

  static boolean dependsOnYamlVersion(ScalarNode scalar) {
    if (scalar.style() != ScalarStyle.PLAIN || type(scalar) != ScalarType.INTEGER) {
      return false;
    }
    String digits = scalar.text().replaceFirst("^[-+]", "");
    return digits.contains("_") || (digits.length() > 1 && digits.charAt(0) == '0');
  }
}
