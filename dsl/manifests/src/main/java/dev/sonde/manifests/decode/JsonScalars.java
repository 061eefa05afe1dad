package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarStyle;
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
   * {@return what a scalar is when it arrives at the API server}
   *
   * @param json whether the document is JSON: what YAML takes for text because it is too large for
   *     a number, as {@code 1e400}, is a number there
   */
  static ScalarType type(ScalarNode scalar, boolean json) {
    ScalarType type = scalar.type();
    boolean isNumber = json && type == ScalarType.STRING && scalar.style() == ScalarStyle.PLAIN;
    return isNumber ? ScalarType.FLOAT : type;
  }

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
      case BOOLEAN -> Boolean.toString(scalar.isTrue());
      case INTEGER, FLOAT -> {
        OptionalLong value = whole(scalar, false);
        yield value.isPresent() ? Long.toString(value.getAsLong()) : scalar.text();
      }
      case NULL, STRING -> scalar.text();
    };
  }
}
