package dev.sonde.manifests.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** Decodes what is behind the tag {@code !!binary}. */
final class BinaryText {

  private static final int GROUP = 4;

  private BinaryText() {}

  /** {@return the text, if it is base64: padded, in one line or in several} */
  static Optional<String> decode(String base64) {
    String digits = base64.replace("\r", "").replace("\n", "");
    if (digits.length() % GROUP != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Base64.getDecoder().decode(digits), UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
