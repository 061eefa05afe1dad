package dev.sonde.runtime;

import dev.sonde.runtime.internal.http.HttpAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server has to send: status, headers and body. Immutable. */
public final class HealthResponse {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private volatile @Nullable HttpAnswer encoded;

  private HealthResponse(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static HealthResponse of(int status, String mediaType, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", mediaType);
    headers.put("Content-Length", Integer.toString(body.length));
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff"); // Texts may repeat what the client has sent.
    return new HealthResponse(status, Collections.unmodifiableMap(headers), body);
  }

  static HealthResponse text(int status, String text) {
    return of(status, "text/plain;charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  HealthResponse withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HealthResponse(status, Collections.unmodifiableMap(more), body);
  }

  /** The answer to HEAD: as for GET, {@code Content-Length} included, with nothing to send. */
  HealthResponse withoutBody() {
    return new HealthResponse(status, headers, new byte[0]);
  }

  /** {@return the HTTP status} */
  public int status() {
    return status;
  }

  /**
   * {@return the headers, {@code Content-Length} among them; for HEAD it tells the length that GET
   * would have}
   */
  public Map<String, String> headers() {
    return headers;
  }

  /** {@return a copy of the body; empty for HEAD} */
  public byte[] body() {
    return body.clone();
  }

  /**
   * Writes the body.
   *
   * @param out where to; stays open
   * @throws IOException if writing fails
   */
  public void writeBodyTo(OutputStream out) throws IOException {
    out.write(body);
  }

  /** {@return the body as text} */
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The response as bytes; made once, as many requests may share it. */
  HttpAnswer encoded() {
    HttpAnswer known = encoded;
    if (known == null) {
      known = HttpAnswer.of(status, headers, body);
      encoded = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return status + " " + bodyText();
  }
}
