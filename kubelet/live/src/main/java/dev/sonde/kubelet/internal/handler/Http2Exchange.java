package dev.sonde.kubelet.internal.handler;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2MultiplexingRequester;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2MultiplexingRequesterBootstrap;
import org.apache.hc.core5.http2.ssl.H2ClientTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its answer over HTTP/2, on a connection of its own: with prior knowledge where
 * the scheme is {@code http}, over TLS where it is {@code https}. Its methods run on the
 * connection's thread, one after the other.
 */
final class Http2Exchange implements AsyncClientExchangeHandler {

  private static final TimeValue LINGER = TimeValue.ofSeconds(1);

  private final HttpRequest request;
  private final ByteBuffer body;
  private final int maxBody;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final CompletableFuture<Http2Answer> answer = new CompletableFuture<>();
  private Http2Answer head = Http2Answer.NONE;

  private Http2Exchange(HttpRequest request, byte[] body, int maxBody) {
    this.request = request;
    this.body = ByteBuffer.wrap(body);
    this.maxBody = maxBody;
  }

  /**
   * {@return what the server answers}
   *
   * @param target where to connect to; the request's authority may be another
   * @param maxBody how many bytes of the answer's body are waited for
   * @throws IOException if there is no answer: refused, broken off, or late
   */
  static Http2Answer send(
      HttpHost target, HttpRequest request, byte[] body, int maxBody, AttemptDeadline deadline)
      throws IOException {
    Http2Exchange exchange = new Http2Exchange(request, body, maxBody);
    Timeout timeout = Timeout.of(deadline.left());
    H2MultiplexingRequester client = client(timeout);
    Closeable connection = () -> client.close(CloseMode.IMMEDIATE);
    try (connection) {
      deadline.guard(connection);
      client.start();
      client.execute(target, exchange, timeout, HttpCoreContext.create());
      return exchange.answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw new SocketTimeoutException("the attempt's time is up");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException trouble
          ? trouble
          : new IOException(failed.getCause());
    }
  }

  /**
   * {@return a host, and a port where it names one, as a request's authority}
   *
   * @throws IOException if it is neither
   */
  static URIAuthority authority(String host) throws IOException {
    try {
      return URIAuthority.create(host);
    } catch (URISyntaxException malformed) {
      throw new IOException("malformed host \"" + AttemptReasons.oneLine(host) + "\"", malformed);
    }
  }

  private static H2MultiplexingRequester client(Timeout timeout) throws IOException {
    try {
      return H2MultiplexingRequesterBootstrap.bootstrap()
          .setIOReactorConfig(
              IOReactorConfig.custom()
                  .setIoThreadCount(1)
                  .setSoTimeout(timeout)
                  .setSoLinger(LINGER)
                  .setTcpNoDelay(true)
                  .build())
          .setH2Config(H2Config.custom().setPushEnabled(false).build())
          // The headers are those of the kubelet; the library adds none.
          .setHttpProcessor(HttpProcessorBuilder.create().build())
          .setTlsStrategy(new H2ClientTlsStrategy(UnverifiedTls.context()))
          .create();
    } catch (GeneralSecurityException unusable) {
      throw new IOException("TLS is not available: " + unusable.getMessage(), unusable);
    }
  }

  @Override
  public void produceRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    EntityDetails details =
        body.hasRemaining() ? new BasicEntityDetails(body.remaining(), null) : null;
    channel.sendRequest(request, details, context);
  }

  @Override
  public int available() {
    return body.remaining();
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    channel.write(body);
    if (!body.hasRemaining()) {
      channel.endStream();
    }
  }

  @Override
  public void consumeInformation(HttpResponse response, HttpContext context) {
    // 100 and its like say nothing about health.
  }

  @Override
  public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context) {
    head = new Http2Answer(response.getCode(), List.of(response.getHeaders()), new byte[0]);
    if (entity == null || head.endsWithItsHeaders()) {
      answer.complete(head);
    }
  }

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    capacity.update(maxBody);
  }

  @Override
  public void consume(ByteBuffer piece) {
    byte[] bytes = new byte[Math.min(piece.remaining(), maxBody - received.size())];
    piece.get(bytes);
    received.writeBytes(bytes);
    piece.position(piece.limit());
    if (received.size() == maxBody) {
      answer.complete(head.with(received.toByteArray(), List.of()));
    }
  }

  @Override
  public void streamEnd(List<? extends Header> trailers) {
    answer.complete(
        head.with(received.toByteArray(), trailers == null ? List.of() : List.copyOf(trailers)));
  }

  @Override
  public void failed(Exception cause) {
    if (head == Http2Answer.NONE) {
      answer.completeExceptionally(cause);
    } else {
      answer.completeExceptionally(new BrokenBodyException(cause));
    }
  }

  @Override
  public void cancel() {
    failed(new IOException("the connection was closed"));
  }

  @Override
  public void releaseResources() {
    // A connection that ends without an answer and without a word is a failure too.
    cancel();
  }
}
