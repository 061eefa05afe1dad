package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What scalars become in the JSON that the API server decodes. YAML's numbers are read as Go reads
 * them and written as Go writes them: {@code 1e3} and {@code 10.0} arrive as whole numbers.
 */
final class JsonScalars {

  /** From here on Go writes a number with an exponent, which is no whole number to it. */
  private static final double EXPONENT_FROM = 1e21;

  private JsonScalars() {}

  /**
   * {@return the whole number that arrives at the API server; empty if it is none, or one beyond 64
   * bits}
   *
   * @param json whether the document is JSON, whose numbers arrive as they are written
   */
  static OptionalLong whole(ScalarNode scalar, boolean json) {
    OptionalLong whole = scalar.integer();
    if (whole.isPresent() || json || !isWhole(scalar, false)) {
      return whole;
    }
    double value = scalar.number().orElseThrow();
    return Math.abs(value) < 0x1p63 ? OptionalLong.of((long) value) : OptionalLong.empty();
  }

  /** Tells whether it is a number without a fraction, however large. */
  static boolean isWhole(ScalarNode scalar, boolean json) {
    OptionalDouble value = scalar.number();
    if (value.isEmpty() || scalar.type() == ScalarType.INTEGER) {
      return value.isPresent();
    }
    return !json
        && Math.rint(value.getAsDouble()) == value.getAsDouble()
        && Math.abs(value.getAsDouble()) < EXPONENT_FROM;
  }

  /** Tells whether it is a number that JSON cannot express. */
  static boolean isNotFinite(ScalarNode scalar) {
    return scalar.text().indexOf('.') >= 0
        && scalar.number().stream().anyMatch(value -> !Double.isFinite(value));
  }

  /** {@return the text of a scalar that is a key} */
  static String key(ScalarNode scalar) {
    return switch (scalar.type()) {
      case BOOLEAN -> Boolean.toString(isTrue(scalar));
      case INTEGER, FLOAT -> {
        OptionalLong value = whole(scalar, false);
        yield value.isPresent() ? Long.toString(value.getAsLong()) : scalar.text();
      }
      case NULL, STRING -> scalar.text();
    };
  }

  /** Tells which of the two a truth value is. */
  static boolean isTrue(ScalarNode scalar) {
    String word = scalar.text();
    return switch (word.charAt(0)) {
      case 'y', 'Y', 't', 'T' -> true;
      case 'o', 'O' -> word.length() == "on".length();
      default -> false;
    };
  }
}
