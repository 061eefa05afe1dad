package dev.sonde.kubelet.internal.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.Header;

/** What a server answered over HTTP/2. */
final class Http2Answer {

  /** Before there is an answer. */
  static final Http2Answer NONE = new Http2Answer(0, List.of(), new byte[0]);

  private final int status;
  private final List<Header> headers;
  private final byte[] body;

  /** Creates an answer; its body is handed over, not copied. */
  Http2Answer(int status, List<Header> headers, byte[] body) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
  }

  int status() {
    return status;
  }

  /** {@return the headers, and after them the trailers} */
  List<Header> headers() {
    return headers;
  }

  /** {@return as much of the body as was wanted} */
  byte[] body() {
    return body;
  }

  /** {@return the same answer with its body, and with trailers} */
  Http2Answer with(byte[] received, List<Header> trailers) {
    List<Header> all = new ArrayList<>(headers);
    all.addAll(trailers);
    return new Http2Answer(status, all, received);
  }

  /** {@return whether no body can follow, whatever the server sends} */
  boolean endsWithItsHeaders() {
    return status == 204 || status == 304;
  }

  /** {@return the first value of a header or trailer} */
  Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.getName().equalsIgnoreCase(name))
        .map(Header::getValue)
        .findFirst();
  }
}
