package dev.sonde.kubelet.internal.handler;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent escapes in paths. */
final class UrlEscapes {

  /** What may be in a path as it is, besides letters and digits. */
  private static final String PLAIN_WHEN_ESCAPING = "-_.~$&+,/:;=@";

  private static final String PLAIN_WHEN_WRITTEN = PLAIN_WHEN_ESCAPING + "!'()*[]%";
  private static final String HEX = "0123456789ABCDEF";

  private UrlEscapes() {}

  /** Fails if a percent sign is not followed by two hexadecimal digits. */
  static void check(String text) throws UrlReference.Malformed {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      if (i + 2 >= text.length()
          || Character.digit(text.charAt(i + 1), 16) < 0
          || Character.digit(text.charAt(i + 2), 16) < 0) {
        throw new UrlReference.Malformed("broken escape in URL");
      }
    }
  }

  /** A path as it is sent: as written if every character may be there, else escaped again. */
  static String normalise(String path) throws UrlReference.Malformed {
    check(path);
    boolean fine =
        path.chars().allMatch(c -> plain(c) || (c < 0x80 && PLAIN_WHEN_WRITTEN.indexOf(c) >= 0));
    return fine ? path : escape(unescape(path));
  }

  /** A literal path, escaped. */
  static String escapePath(String path) {
    return escape(path.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] unescape(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        plain.write(Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16));
        i += 2;
      } else {
        plain.write(bytes[i]);
      }
    }
    return plain.toByteArray();
  }

  private static String escape(byte[] bytes) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : bytes) {
      int c = b & 0xff;
      if (plain(c) || (c < 0x80 && PLAIN_WHEN_ESCAPING.indexOf(c) >= 0)) {
        escaped.append((char) c);
      } else {
        escaped.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return escaped.toString();
  }

  private static boolean plain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
