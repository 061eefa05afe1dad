package dev.sonde.kubelet.internal.handler;

import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes a {@code HealthCheckRequest}: one text, field 1. One message does not need protobuf. */
final class HealthRequestMarshaller implements MethodDescriptor.Marshaller<String> {

  private static final int FIELD_1_LENGTH_DELIMITED = 0x0a;

  @Override
  public InputStream stream(String service) {
    byte[] text = service.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    if (text.length > 0) {
      message.write(FIELD_1_LENGTH_DELIMITED);
      for (int left = text.length; ; left >>>= 7) {
        message.write(left < 0x80 ? left : (left & 0x7f) | 0x80);
        if (left < 0x80) {
          break;
        }
      }
      message.writeBytes(text);
    }
    return new ByteArrayInputStream(message.toByteArray());
  }

  @Override
  public String parse(InputStream message) {
    try {
      return new String(message.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
