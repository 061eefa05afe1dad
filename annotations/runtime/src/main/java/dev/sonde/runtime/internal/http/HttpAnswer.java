package dev.sonde.runtime.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response that can be sent any number of times. Immutable. */
public final class HttpAnswer {

  private static final byte[] CLOSE = latin1("\r\nConnection: close\r\n\r\n");
  private static final byte[] KEEP = latin1("\r\n\r\n");

  /** That there is no answer. */
  static final HttpAnswer NONE = of(new BadRequestException(503, "No answer."));

  private static final class Encoded {
    final byte[] time;
    final boolean isLast;
    final byte[] bytes;

    Encoded(byte[] time, boolean isLast, byte[] bytes) {
      this.time = time;
      this.isLast = isLast;
      this.bytes = bytes;
    }
  }

  private final byte[] head;
  private final byte[] body;
  private volatile @Nullable Encoded encoded;

  private HttpAnswer(byte[] head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  /**
   * {@return an answer}
   *
   * @param status the HTTP status
   * @param headers the headers, {@code Content-Length} among them; the server adds {@code Date} and
   *     {@code ClientConnection}
   * @param body the bytes to send after them
   */
  public static HttpAnswer of(int status, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ");
    head.append(status).append(' ').append(reason(status)).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return new HttpAnswer(latin1(head.append("Date: ").toString()), body.clone());
  }

  static HttpAnswer of(BadRequestException problem) {
    byte[] body = latin1(problem.getMessage() + "\n");
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "text/plain;charset=utf-8",
            "Content-Length",
            Integer.toString(body.length),
            "X-Content-Type-Options",
            "nosniff");
    return of(problem.status(), headers, body);
  }

  /** Many requests may share an answer, and most of them come within one second. */
  ByteBuffer encode(HttpDate date, boolean isLast) {
    byte[] time = date.now();
    Encoded known = encoded;
    if (known == null || known.time != time || known.isLast != isLast) {
      known = new Encoded(time, isLast, join(head, time, isLast ? CLOSE : KEEP, body));
      encoded = known;
    }
    return ByteBuffer.wrap(known.bytes);
  }

  private static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer whole = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      whole.put(part);
    }
    return whole.array();
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 400 -> "Bad Request";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 408 -> "Request Timeout";
      case 414 -> "URI Too Long";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 503 -> "Service Unavailable";
      case 505 -> "HTTP Version Not Supported";
      default -> "Status";
    };
  }
}
