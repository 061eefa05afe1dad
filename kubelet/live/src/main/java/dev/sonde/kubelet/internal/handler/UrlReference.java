package dev.sonde.kubelet.internal.handler;

import java.util.Locale;
import java.util.Optional;

/**
 * A URL reference, read as leniently as the kubelet's own library reads it: a space in a path is no
 * error, a broken escape or a control character is one.
 *
 * @param scheme in lower case; empty for none
 * @param opaque what follows the scheme where no slash does; empty for none
 * @param authority the host part; unset for none
 * @param path the path in its escaped form
 * @param query the query as written
 */
record UrlReference(
    String scheme,
    String opaque,
    Optional<UrlAuthority> authority,
    String path,
    Optional<String> query) {

  /** Thrown for text that is no URL reference. The message says why. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Malformed(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  static UrlReference parse(String text) throws Malformed {
    if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      throw new Malformed("control character in URL");
    }
    int hash = text.indexOf('#');
    String whole = hash < 0 ? text : text.substring(0, hash);
    if (hash >= 0) {
      UrlEscapes.check(text.substring(hash + 1));
    }
    String scheme = scheme(whole);
    String rest = scheme.isEmpty() ? whole : whole.substring(scheme.length() + 1);
    int mark = rest.indexOf('?');
    Optional<String> query = mark < 0 ? Optional.empty() : Optional.of(rest.substring(mark + 1));
    rest = mark < 0 ? rest : rest.substring(0, mark);
    scheme = scheme.toLowerCase(Locale.ROOT);
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new UrlReference(scheme, rest, Optional.empty(), "", query);
      }
      if (firstSegment(rest).contains(":")) {
        throw new Malformed("first path segment contains a colon");
      }
    }
    Optional<UrlAuthority> authority = Optional.empty();
    if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
      String afterSlashes = rest.substring(2);
      String host = firstSegment(afterSlashes);
      authority = Optional.of(UrlAuthority.parse(host));
      rest = afterSlashes.substring(host.length());
    }
    return new UrlReference(scheme, "", authority, UrlEscapes.normalise(rest), query);
  }

  /** The literal path of a text that cannot be read as a reference, escaped. */
  static UrlReference literal(String text) {
    return new UrlReference(
        "", "", Optional.empty(), UrlEscapes.escapePath(text), Optional.empty());
  }

  private static String firstSegment(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static String scheme(String text) throws Malformed {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':') {
        if (i == 0) {
          throw new Malformed("missing scheme before the colon");
        }
        return text.substring(0, i);
      }
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(later && i > 0)) {
        return "";
      }
    }
    return "";
  }

  /** The URL that this reference means, seen from another. */
  ParsedUrl resolve(ParsedUrl base) throws Malformed {
    if (!opaque.isEmpty()) {
      throw new Malformed("no host in URL");
    }
    if (!scheme.isEmpty() || authority.isPresent()) {
      String target = scheme.isEmpty() ? base.scheme() : scheme;
      UrlAuthority to = authority.orElseThrow(() -> new Malformed("no host in URL"));
      return new ParsedUrl(
          target, to.userInfo(), to.host(), to.port(), UrlPaths.clean(path), query);
    }
    if (path.isEmpty()) {
      return at(base, base.path(), query.or(base::query));
    }
    String joined = path.startsWith("/") ? path : UrlPaths.folder(base.path()) + path;
    return at(base, UrlPaths.clean(joined), query);
  }

  private static ParsedUrl at(ParsedUrl base, String path, Optional<String> query) {
    return new ParsedUrl(base.scheme(), base.userInfo(), base.host(), base.port(), path, query);
  }
}
