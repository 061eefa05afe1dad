package dev.sonde.model;

import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sends an HTTP GET; a status from 200 to 399 is success.
 *
 * @param path the path and query; unset means {@value #DEFAULT_PATH}
 * @param port the port's number or name; required by Kubernetes
 * @param host the host to dial; unset means the pod's address
 * @param scheme {@code HTTP} or {@code HTTPS}; unset means {@value #DEFAULT_SCHEME}
 * @param httpHeaders the headers to send, in order; a name may come more than once
 * @param protocol {@code HTTP1}, or {@code HTTP2} for HTTP/2 without TLS and without upgrade (h2c);
 *     unset means {@value #DEFAULT_PROTOCOL}
 */
public record HttpGet(
    Optional<String> path,
    Port port,
    Optional<String> host,
    Optional<String> scheme,
    List<HttpHeader> httpHeaders,
    Optional<String> protocol)
    implements Handler, HookHandler {

  /** What Kubernetes asks for when no path is given. */
  public static final String DEFAULT_PATH = "/";

  /** What Kubernetes speaks when no scheme is given. */
  public static final String DEFAULT_SCHEME = "HTTP";

  /** What Kubernetes can speak. */
  public static final List<String> SCHEMES = List.of(DEFAULT_SCHEME, "HTTPS");

  /** What Kubernetes speaks when no protocol is given. */
  public static final String DEFAULT_PROTOCOL = "HTTP1";

  /** HTTP/2 with prior knowledge, which needs the scheme {@value #DEFAULT_SCHEME} and no host. */
  public static final String HTTP2 = "HTTP2";

  /** The protocols that Kubernetes knows. */
  public static final List<String> PROTOCOLS = List.of(DEFAULT_PROTOCOL, HTTP2);

  /** Copies the headers, so that the value stays what it was. */
  public HttpGet {
    httpHeaders = List.copyOf(httpHeaders);
  }

  /**
   * {@return a plain HTTP GET of {@code path} on {@code port}}
   *
   * @param path the path and query
   * @param port the port's number or name
   */
  public static HttpGet of(String path, Port port) {
    return new HttpGet(
        Optional.of(path), port, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  @Override
  public ActionType type() {
    return ActionType.HTTP_GET;
  }

  static HttpGet read(FieldSource source) {
    return new HttpGet(
        source.text("path"),
        ProbeFields.port(source),
        source.text("host"),
        source.text("scheme"),
        source.objects("httpHeaders").stream().map(HttpHeader::read).toList(),
        source.text("protocol"));
  }

  @Override
  public YamlMap toFields() {
    YamlMap.Builder fields =
        YamlMap.builder()
            .put("path", path)
            .put("port", port.toField())
            .put("host", host)
            .put("scheme", scheme);
    if (!httpHeaders.isEmpty()) {
      fields.put(
          "httpHeaders",
          new YamlList(httpHeaders.stream().<YamlNode>map(HttpHeader::toFields).toList()));
    }
    return fields.put("protocol", protocol).build();
  }

  @Override
  public Optional<Port> dialledPort() {
    return Optional.of(port);
  }

  @Override
  public Optional<String> dialledHost() {
    return host;
  }

  @Override
  public HttpGet withPort(UnaryOperator<Port> change) {
    return new HttpGet(path, change.apply(port), host, scheme, httpHeaders, protocol);
  }

  /**
   * {@return this GET to another host}
   *
   * @param name the host to dial
   */
  public HttpGet withHost(String name) {
    return new HttpGet(path, port, Optional.of(name), scheme, httpHeaders, protocol);
  }

  /**
   * {@return this GET with another scheme}
   *
   * @param name legal are {@code HTTP} and {@code HTTPS}
   */
  public HttpGet withScheme(String name) {
    return new HttpGet(path, port, host, Optional.of(name), httpHeaders, protocol);
  }

  /**
   * {@return this GET with other headers}
   *
   * @param headers the headers in place of those it has
   */
  public HttpGet withHttpHeaders(List<HttpHeader> headers) {
    return new HttpGet(path, port, host, scheme, headers, protocol);
  }

  /**
   * {@return this GET in another protocol}
   *
   * @param name legal are {@code HTTP1} and {@code HTTP2}
   */
  public HttpGet withProtocol(String name) {
    return new HttpGet(path, port, host, scheme, httpHeaders, Optional.of(name));
  }

  @Override
  public <R> R map(Handler.Cases<R> cases) {
    return cases.httpGet(this);
  }

  /** The protocol stays unset: the API server stores none that was not written. */
  @Override
  public HttpGet withDefaults() {
    return new HttpGet(
        Optional.of(effectivePath()),
        port,
        host,
        Optional.of(effectiveScheme()),
        httpHeaders,
        protocol);
  }

  /** {@return the path that Kubernetes uses: an unset or empty one is {@value #DEFAULT_PATH}} */
  public String effectivePath() {
    String written = path.orElse("");
    return written.isEmpty() ? DEFAULT_PATH : written;
  }

  /**
   * {@return the scheme that Kubernetes uses: an unset or empty one is {@value #DEFAULT_SCHEME}}
   */
  public String effectiveScheme() {
    String written = scheme.orElse("");
    return written.isEmpty() ? DEFAULT_SCHEME : written;
  }

  /** Tells whether it speaks HTTP/2 without TLS and without upgrade. */
  public boolean overHttp2() {
    return protocol.filter(HTTP2::equals).isPresent();
  }
}
