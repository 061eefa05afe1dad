package dev.sonde.kubelet.internal.handler;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;

/**
 * What a server replied to one GET, in the protocol that both speak.
 *
 * @param head status and headers
 * @param body the body, to be read
 * @param connection what to close when it is not read further
 */
record HttpReply(ResponseHead head, ResponseBody body, Closeable connection) {

  /**
   * {@return the reply to a GET on a connection of its own}
   *
   * @param host the host that the request names
   * @param http2 whether to speak HTTP/2 to a server that does not speak TLS
   * @param maxBody how much of the body will be read at most, in bytes
   */
  static HttpReply to(
      ParsedUrl url,
      String host,
      RequestHeaders headers,
      Optional<ParsedUrl> referer,
      boolean http2,
      int maxBody,
      AttemptDeadline deadline)
      throws IOException {
    if (http2 && url.scheme().equals("http")) {
      return overHttp2(url, host, headers, referer, maxBody, deadline);
    }
    HttpConnection connection = HttpConnection.open(url, deadline);
    if (connection.speaksHttp2()) {
      // The library cannot take over a connection, so the request goes on one of its own.
      connection.close();
      return overHttp2(url, host, headers, referer, maxBody, deadline);
    }
    connection.send(headers.request(url, host, referer));
    InputStream in = connection.input();
    ResponseHead head = ResponseHead.read(in);
    return new HttpReply(head, head.body(in), connection::close);
  }

  private static HttpReply overHttp2(
      ParsedUrl url,
      String host,
      RequestHeaders headers,
      Optional<ParsedUrl> referer,
      int maxBody,
      AttemptDeadline deadline)
      throws IOException {
    BasicHttpRequest request = new BasicHttpRequest("GET", url.requestTarget());
    request.setScheme(url.scheme());
    request.setAuthority(Http2Exchange.authority(host));
    headers
        .http2Fields(url, referer)
        .forEach(field -> request.addHeader(field.name(), field.value().strip()));
    HttpHost target = new HttpHost(url.scheme(), url.host(), url.portNumber());
    Http2Answer answer = Http2Exchange.send(target, request, new byte[0], maxBody, deadline);
    InputStream body = new ByteArrayInputStream(answer.body());
    return new HttpReply(
        new ResponseHead(answer.status(), values(answer.headers())),
        ResponseBody.ofLength(body, answer.body().length),
        body);
  }

  private static Map<String, List<String>> values(Iterable<Header> headers) {
    Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        header ->
            values
                .computeIfAbsent(header.getName(), name -> new ArrayList<>())
                .add(header.getValue()));
    return values;
  }
}
