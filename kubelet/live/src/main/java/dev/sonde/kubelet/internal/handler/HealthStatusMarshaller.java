package dev.sonde.kubelet.internal.handler;

import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a {@code HealthCheckResponse}: one number, field 1; fields that are not known are skipped.
 */
final class HealthStatusMarshaller implements MethodDescriptor.Marshaller<HealthStatus> {

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED_32 = 5;

  @Override
  public InputStream stream(HealthStatus status) {
    byte[] message = {1 << 3, (byte) status.number()};
    return new ByteArrayInputStream(message);
  }

  @Override
  public HealthStatus parse(InputStream message) {
    try {
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
    } catch (IOException broken) {
      throw Status.INTERNAL
          .withDescription("unreadable health answer")
          .withCause(broken)
          .asRuntimeException();
    }
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
