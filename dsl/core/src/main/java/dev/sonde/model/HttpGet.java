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
 */
public record HttpGet(
    Optional<String> path,
    Port port,
    Optional<String> host,
    Optional<String> scheme,
    List<HttpHeader> httpHeaders)
    implements Handler, HookHandler {

  /** What Kubernetes asks for when no path is given. */
  public static final String DEFAULT_PATH = "/";

  /** What Kubernetes speaks when no scheme is given. */
  public static final String DEFAULT_SCHEME = "HTTP";

  /** What Kubernetes can speak. */
  public static final List<String> SCHEMES = List.of(DEFAULT_SCHEME, "HTTPS");

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
    return new HttpGet(Optional.of(path), port, Optional.empty(), Optional.empty(), List.of());
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
        source.objects("httpHeaders").stream().map(HttpHeader::read).toList());
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
    return fields.build();
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
    return new HttpGet(path, change.apply(port), host, scheme, httpHeaders);
  }

  @Override
  public <R> R map(Handler.Cases<R> cases) {
    return cases.httpGet(this);
  }

  @Override
  public HttpGet withDefaults() {
    return new HttpGet(
        Optional.of(effectivePath()), port, host, Optional.of(effectiveScheme()), httpHeaders);
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
}
