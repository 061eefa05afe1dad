package dev.sonde.runtime.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** As much of DER as it takes to put a bare private key into the form that the JDK reads. */
final class DerEncoding {

  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;
  private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

  private DerEncoding() {}

  /**
   * {@return a private key as PKCS #8, RFC 5208}
   *
   * @param key the key in the form of its algorithm: PKCS #1 or SEC 1
   * @param publicKey its public counterpart, X.509, which tells the algorithm and the curve
   * @throws IllegalArgumentException if the public key is not X.509
   */
  static byte[] pkcs8(byte[] key, byte[] publicKey) {
    return element(SEQUENCE, VERSION_0, algorithm(publicKey), element(OCTET_STRING, key));
  }

  /** A public key is a sequence of algorithm and bits; both are sequences with a short head. */
  private static byte[] algorithm(byte[] publicKey) {
    int start = contentStart(publicKey, 0);
    int end = contentStart(publicKey, start) + contentLength(publicKey, start);
    return Arrays.copyOfRange(publicKey, start, end);
  }

  private static int contentStart(byte[] bytes, int element) {
    if (bytes.length < element + 2 || bytes[element] != SEQUENCE) {
      throw new IllegalArgumentException("the public key is not X.509");
    }
    int length = bytes[element + 1] & 0xff;
    return element + 2 + (length < 0x80 ? 0 : length & 0x7f);
  }

  private static int contentLength(byte[] bytes, int element) {
    int length = bytes[element + 1] & 0xff;
    if (length < 0x80) {
      return length;
    }
    int whole = 0;
    for (int i = 0; i < (length & 0x7f); i++) {
      whole = whole << 8 | (bytes[element + 2 + i] & 0xff);
    }
    return whole;
  }

  private static byte[] element(int tag, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : contents) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    writeLength(content.size(), element);
    element.writeBytes(content.toByteArray());
    return element.toByteArray();
  }

  private static void writeLength(int length, ByteArrayOutputStream to) {
    if (length < 0x80) {
      to.write(length);
      return;
    }
    int bytes = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
    to.write(0x80 | bytes);
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
      to.write(length >> shift);
    }
  }
}
