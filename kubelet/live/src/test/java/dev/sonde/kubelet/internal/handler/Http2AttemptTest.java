package dev.sonde.kubelet.internal.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.release.KubernetesVersion;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.nio.support.BasicServerExchangeHandler;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that speaks HTTP/2 only, over TLS at one port and without at another. */
class Http2AttemptTest {

  private final Map<String, String> heard = new ConcurrentHashMap<>();
  private HttpAsyncServer server;
  private int port;
  private int plainPort;

  @BeforeEach
  void startServer() throws Exception {
    server =
        H2ServerBootstrap.bootstrap()
            .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_2)
            .setTlsStrategy(new H2ServerTlsStrategy(ExpiredCertificate.context()))
            .setRequestRouter(
                (request, context) -> () -> new BasicServerExchangeHandler<>(new Answers()))
            .create();
    server.start();
    port = listen(URIScheme.HTTPS);
    plainPort = listen(URIScheme.HTTP);
  }

  private int listen(URIScheme scheme) throws Exception {
    InetSocketAddress free = new InetSocketAddress("127.0.0.1", 0);
    return ((InetSocketAddress) server.listen(free, scheme).get().getAddress()).getPort();
  }

  @AfterEach
  void stopServer() {
    server.close(CloseMode.IMMEDIATE);
  }

  /** {@code /500} is answered by that status, {@code /to/302/x} by a redirect to {@code /x}. */
  private final class Answers implements AsyncServerRequestHandler<Message<HttpRequest, Void>> {
    @Override
    public AsyncRequestConsumer<Message<HttpRequest, Void>> prepare(
        HttpRequest request, EntityDetails entity, HttpContext context) {
      return new BasicRequestConsumer<>(new DiscardingEntityConsumer<>());
    }

    @Override
    public void handle(
        Message<HttpRequest, Void> message, ResponseTrigger trigger, HttpContext context)
        throws IOException, org.apache.hc.core5.http.HttpException {
      HttpRequest request = message.getHead();
      heard.put(":path", request.getPath());
      heard.put(":authority", request.getAuthority().toString());
      for (Header header : request.getHeaders()) {
        heard.put(header.getName(), header.getValue());
      }
      String[] parts = request.getPath().split("[/?]");
      boolean redirect = parts[1].equals("to");
      int status = Integer.parseInt(redirect ? parts[2] : parts[1]);
      AsyncResponseBuilder response = AsyncResponseBuilder.create(status);
      if (status != 204 && status != 304) {
        response.setEntity("x".repeat(50_000), ContentType.TEXT_PLAIN);
      }
      if (redirect) {
        response.addHeader("Location", "/" + parts[3]);
      }
      trigger.submitResponse(response.build(), context);
    }
  }

  private AttemptOutcome get(String path, HttpHeader... headers) {
    return Once.of(
        new HttpGet(
            Optional.of(path),
            Port.of(port),
            Optional.empty(),
            Optional.of("HTTPS"),
            List.of(headers),
            Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "/200, SUCCESS, HTTP status 200",
    "/503, FAILURE, HTTP status 503",
    "/304, WARNING, 'HTTP status 304, not followed'",
    "/to/302/204, SUCCESS, HTTP status 204",
    "/to/307/500, FAILURE, HTTP status 500"
  })
  void theStatusDecidesAsOverHttp1(String path, AttemptVerdict verdict, String reason) {
    assertThat(get(path)).isEqualTo(new AttemptOutcome(verdict, reason));
  }

  private HttpGet plain(String path, HttpHeader... headers) {
    return Once.get(plainPort, path, headers).withProtocol(HttpGet.HTTP2);
  }

  @ParameterizedTest
  @CsvSource({
    "/200, SUCCESS, HTTP status 200",
    "/503, FAILURE, HTTP status 503",
    "/to/302/204, SUCCESS, HTTP status 204",
  })
  void http2WithoutTlsIsAskedWithPriorKnowledge(
      String path, AttemptVerdict verdict, String reason) {
    assertThat(Once.by(KubernetesVersion.DEFAULT, plain(path)))
        .isEqualTo(new AttemptOutcome(verdict, reason));
  }

  @Test
  void http2WithoutTlsIsAskedAsTheKubeletAsks() {
    Once.by(
        KubernetesVersion.DEFAULT,
        plain("/200?full=1", new HttpHeader("Host", "shop.example"), new HttpHeader("X-Ask", "a")));
    assertThat(heard)
        .containsEntry(":path", "/200?full=1")
        .containsEntry(":authority", "shop.example")
        .containsEntry("x-ask", "a")
        .containsEntry("user-agent", "kube-probe/1.37");
  }

  @Test
  void anOlderKubeletDoesNotLookAtTheProtocol() {
    assertThat(Once.by(new KubernetesVersion(1, 36), plain("/200")).verdict())
        .isEqualTo(AttemptVerdict.FAILURE);
    assertThat(heard).isEmpty();
  }

  @Test
  void aServerThatSpeaksHttp1AloneIsAFailureForHttp2() throws IOException {
    try (RawServer http = RawServer.answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      HttpGet handler = Once.get(http.port(), "/").withProtocol(HttpGet.HTTP2);
      assertThat(Once.by(KubernetesVersion.DEFAULT, handler).verdict())
          .isEqualTo(AttemptVerdict.FAILURE);
    }
  }

  @Test
  void asksAsTheKubeletAsks() {
    get("/200?full=1", new HttpHeader("Host", "shop.example"), new HttpHeader("X-Ask", "a b"));
    assertThat(heard)
        .containsEntry(":path", "/200?full=1")
        .containsEntry(":authority", "shop.example")
        .containsEntry("x-ask", "a b")
        .containsEntry("user-agent", "kube-probe/1.34")
        .containsEntry("accept", "*/*")
        .doesNotContainKey("connection");
  }

  @Test
  void headersAboutTheConnectionAreNotSent() {
    assertThat(
            get("/200", new HttpHeader("Connection", "close"), new HttpHeader("Te", "gzip"))
                .verdict())
        .isEqualTo(AttemptVerdict.SUCCESS);
  }
}
