package dev.sonde.kubelet.internal.handler;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The two messages of {@code grpc.health.v1.Health/Check}, each with one field, in gRPC's frame: a
 * byte that says whether it is compressed, its length, the message. They do not need protobuf.
 */
final class HealthMessages {

  private static final int FRAME = 5;
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED_32 = 5;

  private HealthMessages() {}

  /**
   * {@return a framed {@code HealthCheckRequest}: one text, field 1, left out where it is empty}
   */
  static byte[] request(String service) {
    byte[] text = service.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    if (text.length > 0) {
      message.write(1 << 3 | LENGTH_DELIMITED);
      for (int left = text.length; ; left >>>= 7) {
        message.write(left < 0x80 ? left : (left & 0x7f) | 0x80);
        if (left < 0x80) {
          break;
        }
      }
      message.writeBytes(text);
    }
    byte[] bytes = message.toByteArray();
    return ByteBuffer.allocate(FRAME + bytes.length)
        .put((byte) 0)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  /**
   * {@return the status in a framed {@code HealthCheckResponse}: one number, field 1; unknown
   * fields are skipped}
   *
   * @throws IOException if that is no such message
   */
  static HealthStatus status(byte[] framed) throws IOException {
    ByteBuffer frame = ByteBuffer.wrap(framed);
    if (framed.length < FRAME || frame.get() != 0 || frame.getInt() != framed.length - FRAME) {
      throw new IOException("unreadable health answer");
    }
    InputStream message = new ByteArrayInputStream(framed, FRAME, framed.length - FRAME);
    long status = 0;
    for (int first = message.read(); first >= 0; first = message.read()) {
      long tag = number(first, message);
      if (tag == (1 << 3 | VARINT)) {
        status = number(message.read(), message);
      } else {
        skip((int) (tag & 7), message);
      }
    }
    return HealthStatus.of(status);
  }

  private static long number(int first, InputStream message) throws IOException {
    long number = 0;
    int next = first;
    for (int shift = 0; shift < 64; shift += 7) {
      if (next < 0) {
        throw new IOException("the message breaks off");
      }
      number |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return number;
      }
      next = message.read();
    }
    throw new IOException("a number is too long");
  }

  private static void skip(int wireType, InputStream message) throws IOException {
    long length =
        switch (wireType) {
          case VARINT -> {
            number(message.read(), message);
            yield 0;
          }
          case FIXED_64 -> 8;
          case LENGTH_DELIMITED -> number(message.read(), message);
          case FIXED_32 -> 4;
          default -> throw new IOException("unknown wire type " + wireType);
        };
    message.skipNBytes(length);
  }
}
