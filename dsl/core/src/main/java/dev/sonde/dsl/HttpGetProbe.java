package dev.sonde.dsl;

import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import java.util.List;
import java.util.stream.Stream;

/** A probe that sends an HTTP GET. */
public final class HttpGetProbe extends AnyProbe<HttpGetProbe> {

  HttpGetProbe(WrittenProbe draft) {
    super(draft);
  }

  @Override
  HttpGetProbe next(WrittenProbe draft) {
    return new HttpGetProbe(draft);
  }

  /**
   * Sets the host to dial instead of the pod's own address. Seldom what is meant: the node resolves
   * and dials it, and Pod Security's baseline level forbids it. To choose a virtual host, send a
   * {@code Host} {@linkplain #header header}.
   *
   * @param host a name or an address
   * @return this stage with the new value
   */
  public HttpGetProbe host(String host) {
    return with(handler().withHost(host));
  }

  /**
   * Sets the scheme.
   *
   * @param scheme {@code HTTP} or {@code HTTPS}, in capitals; Kubernetes' default is {@code HTTP}
   * @return this stage with the new value
   */
  public HttpGetProbe scheme(String scheme) {
    return with(handler().withScheme(scheme));
  }

  /**
   * Sends the request over TLS. The kubelet does not check the certificate.
   *
   * @return this stage with the new value
   */
  public HttpGetProbe https() {
    return scheme("HTTPS");
  }

  /**
   * Adds a header, after those added before; a name may come more than once.
   *
   * @param name letters, digits and hyphens
   * @param value any text; an empty one removes a header that the kubelet sends by default
   * @return this stage with the new value
   */
  public HttpGetProbe header(String name, String value) {
    HttpGet old = handler();
    List<HttpHeader> headers =
        Stream.concat(old.httpHeaders().stream(), Stream.of(new HttpHeader(name, value))).toList();
    return with(old.withHttpHeaders(headers));
  }

  /**
   * Sets the protocol. Kubernetes knows it from 1.37 on, where the feature gate {@code
   * H2CContainerProbe} is off by default.
   *
   * @param protocol {@code HTTP1} or {@code HTTP2}; Kubernetes' default is {@code HTTP1}
   * @return this stage with the new value
   */
  public HttpGetProbe protocol(String protocol) {
    return with(handler().withProtocol(protocol));
  }

  /**
   * Sends the request by HTTP/2 without TLS and without upgrade (h2c). It needs the scheme {@code
   * HTTP} and no host.
   *
   * @return this stage with the new value
   */
  public HttpGetProbe http2() {
    return protocol(HttpGet.HTTP2);
  }

  private HttpGet handler() {
    return (HttpGet) draft().probe().handler().orElseThrow();
  }

  private HttpGetProbe with(HttpGet handler) {
    return next(draft().with(handler));
  }
}
