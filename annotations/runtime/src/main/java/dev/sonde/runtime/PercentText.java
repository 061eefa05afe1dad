package dev.sonde.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A percent-encoded text, decoded as UTF-8; unlike in form data, a plus is a plus. */
final class PercentText {

  private static final PercentText INVALID = new PercentText(null);

  private final @Nullable String text;

  private PercentText(@Nullable String text) {
    this.text = text;
  }

  static PercentText decode(String raw) {
    if (raw.indexOf('%') < 0) {
      return new PercentText(raw);
    }
    byte[] encoded = raw.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      int value = encoded[i];
      if (value == '%') {
        value = i + 2 < encoded.length ? hex(encoded[i + 1]) << 4 | hex(encoded[i + 2]) : -1;
        if (value < 0) {
          return INVALID;
        }
        i += 2;
      }
      decoded.put((byte) value);
    }
    return decodeUtf8(decoded.flip());
  }

  boolean isValid() {
    return text != null;
  }

  /** The decoded text; empty when it is not valid. */
  String text() {
    return text == null ? "" : text;
  }

  private static PercentText decodeUtf8(ByteBuffer bytes) {
    try {
      return new PercentText(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException notUtf8) {
      return INVALID;
    }
  }

  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }
}
