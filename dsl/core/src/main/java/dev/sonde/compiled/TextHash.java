package dev.sonde.compiled;

import java.nio.charset.StandardCharsets;

/** Tells whether a text is still the same. It finds changes, not attacks. */
public final class TextHash {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private TextHash() {}

  /**
   * {@return 16 hexadecimal digits} FNV-1a: the JDK's digests take longer to load than a
   * compilation takes to read its record.
   *
   * @param text the text
   */
  public static String of(String text) {
    long hash = OFFSET;
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * PRIME;
    }
    String digits = Long.toHexString(hash);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
