package dev.sonde.kubelet.internal.handler;

import dev.sonde.model.HttpHeader;
import dev.sonde.release.KubernetesVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The headers of a probe's request: names in canonical form, repeats kept, {@code User-Agent} and
 * {@code Accept} added where the probe does not mention them. An empty value removes either.
 */
final class RequestHeaders {

  /** Written by the connection itself, whatever the probe says. */
  private static final Set<String> NOT_SENT =
      Set.of("Host", "User-Agent", "Content-Length", "Transfer-Encoding", "Trailer");

  /** Forbidden in HTTP/2, RFC 9113, section 8.2.2. */
  private static final Set<String> ABOUT_THE_CONNECTION =
      Set.of("Connection", "Keep-Alive", "Proxy-Connection", "Upgrade", "Te");

  private final TreeMap<String, List<String>> values = new TreeMap<>();

  RequestHeaders(List<HttpHeader> headers, KubernetesVersion version) {
    for (HttpHeader header : headers) {
      values
          .computeIfAbsent(canonical(header.name()), name -> new ArrayList<>())
          .add(header.value());
    }
    values.putIfAbsent("User-Agent", List.of("kube-probe/" + version));
    values.putIfAbsent("Accept", List.of("*/*"));
    if (first("Accept").isEmpty()) {
      values.remove("Accept");
    }
  }

  /** The host that the probe's own {@code Host} header asks for. */
  Optional<String> host() {
    return Optional.of(first("Host")).filter(host -> !host.isEmpty());
  }

  /** The whole head of an HTTP/1.1 request. */
  byte[] request(ParsedUrl url, String host, Optional<ParsedUrl> referer) {
    StringBuilder head = new StringBuilder();
    head.append("GET ").append(url.requestTarget()).append(" HTTP/1.1\r\n");
    line(head, new HttpHeader("Host", host));
    fields(url, referer).forEach(field -> line(head, field));
    if (!first("Connection").equalsIgnoreCase("close")) {
      line(head, new HttpHeader("Connection", "close"));
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The headers of an HTTP/2 request, which has none about its connection. */
  List<HttpHeader> http2Fields(ParsedUrl url, Optional<ParsedUrl> referer) {
    return fields(url, referer).stream()
        .filter(field -> !ABOUT_THE_CONNECTION.contains(field.name()))
        .toList();
  }

  private List<HttpHeader> fields(ParsedUrl url, Optional<ParsedUrl> referer) {
    TreeMap<String, List<String>> sent = new TreeMap<>(values);
    NOT_SENT.forEach(sent::remove);
    if (!url.userInfo().isEmpty()) {
      sent.putIfAbsent("Authorization", List.of(basic(url.userInfo())));
    }
    referer
        .filter(from -> !(from.scheme().equals("https") && url.scheme().equals("http")))
        .ifPresent(from -> sent.putIfAbsent("Referer", List.of(from.toString())));
    List<HttpHeader> fields = new ArrayList<>();
    if (!first("User-Agent").isEmpty()) {
      fields.add(new HttpHeader("User-Agent", first("User-Agent")));
    }
    sent.forEach((name, all) -> all.forEach(value -> fields.add(new HttpHeader(name, value))));
    return fields;
  }

  /** The name of a header that cannot be sent, because its value has a control character. */
  Optional<String> unsendable() {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(RequestHeaders::hasControl))
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }

  private static boolean hasControl(String value) {
    return value.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f);
  }

  private static void line(StringBuilder head, HttpHeader field) {
    head.append(field.name()).append(": ").append(field.value().strip()).append("\r\n");
  }

  private static String basic(String userInfo) {
    String credentials = userInfo.indexOf(':') < 0 ? userInfo + ":" : userInfo;
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  private String first(String name) {
    return values.getOrDefault(name, List.of("")).get(0);
  }

  /** {@code x-my-header} becomes {@code X-My-Header}. */
  static String canonical(String name) {
    StringBuilder canonical = new StringBuilder(name.length());
    boolean upper = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      canonical.append(upper ? Character.toUpperCase(c) : Character.toLowerCase(c));
      upper = c == '-';
    }
    return canonical.toString();
  }
}
