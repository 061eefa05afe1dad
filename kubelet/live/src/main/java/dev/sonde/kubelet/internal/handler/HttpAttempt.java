package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.model.HttpGet;
import dev.sonde.release.KubernetesVersion;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Sends the GET of the kubelet: a connection of its own for each request, redirects followed as
 * long as the host's name stays the same. The JDK's clients cannot be used for it: they add, drop
 * and normalise headers, and follow redirects by other rules.
 */
final class HttpAttempt implements RealAttempt {

  private static final int MAX_REQUESTS = 10;
  private static final int MAX_BODY = 10 * 1024;

  /** Of a redirect's own body this much is waited for, if it is not longer. */
  private static final int MAX_REDIRECT_BODY = 2 * 1024;

  private final HttpGet handler;
  private final PodAddress pod;
  private final RequestHeaders headers;
  private final boolean http2;

  HttpAttempt(HttpGet handler, PodAddress pod, KubernetesVersion version) {
    this.handler = handler;
    this.pod = pod;
    this.headers = new RequestHeaders(handler.httpHeaders(), version);
    this.http2 = handler.overHttp2() && version.hasProbeProtocols();
  }

  @Override
  public AttemptOutcome make(AttemptDeadline deadline) {
    OptionalInt port = pod.number(handler.port());
    if (port.isEmpty()) {
      return AttemptOutcome.error(pod.complaint(handler.port()));
    }
    String host = handler.host().filter(written -> !written.isEmpty()).orElse(pod.ip());
    if (!UrlAuthority.validHost(host) || host.startsWith("[")) {
      return AttemptOutcome.error(
          "host \"" + AttemptReasons.oneLine(host) + "\" cannot be part of a URL");
    }
    Optional<String> unsendable = headers.unsendable();
    if (unsendable.isPresent()) {
      return AttemptOutcome.failure("value of header " + unsendable.get() + " cannot be sent");
    }
    try {
      return follow(firstUrl(host, port.getAsInt()), deadline);
    } catch (BrokenBodyException broken) {
      return AttemptOutcome.error("body not read: " + because(broken.trouble(), deadline));
    } catch (UrlReference.Malformed malformed) {
      return AttemptOutcome.failure(malformed.reason());
    } catch (IOException | IllegalArgumentException trouble) {
      return AttemptOutcome.failure(because(trouble, deadline));
    }
  }

  private static String because(Exception trouble, AttemptDeadline deadline) {
    if (deadline.expired()) {
      return AttemptOutcome.timedOut(deadline.timeout()).reason();
    }
    return trouble instanceof IOException io
        ? AttemptReasons.of(io)
        : AttemptReasons.oneLine("" + trouble);
  }

  private ParsedUrl firstUrl(String host, int port) throws UrlReference.Malformed {
    String scheme = handler.effectiveScheme().toLowerCase(Locale.ROOT);
    UrlReference path = path();
    if (!path.opaque().isEmpty()) {
      throw new UrlReference.Malformed("no host in URL");
    }
    boolean rooted = path.path().isEmpty() || path.path().startsWith("/");
    return new ParsedUrl(
        scheme,
        path.authority().map(UrlAuthority::userInfo).orElse(""),
        host,
        Integer.toString(port),
        rooted ? path.path() : "/" + path.path(),
        path.query());
  }

  /** What cannot be read as a URL reference is taken as a literal path. */
  private UrlReference path() {
    try {
      return UrlReference.parse(handler.effectivePath());
    } catch (UrlReference.Malformed literal) {
      return UrlReference.literal(handler.effectivePath());
    }
  }

  private AttemptOutcome follow(ParsedUrl first, AttemptDeadline deadline)
      throws IOException, UrlReference.Malformed {
    ParsedUrl url = first;
    Optional<String> host = headers.host();
    Optional<ParsedUrl> referer = Optional.empty();
    for (int request = 1; ; request++) {
      HttpReply reply =
          HttpReply.to(
              url, host.orElse(url.authority()), headers, referer, http2, MAX_BODY, deadline);
      ResponseHead head = reply.head();
      ResponseBody body = reply.body();
      Optional<String> location = head.header("Location").filter(to -> head.redirects());
      if (location.isEmpty()) {
        return judge(head.status(), "", body);
      }
      UrlReference reference = UrlReference.parse(location.get());
      ParsedUrl next = reference.resolve(url);
      if (!next.host().equals(first.host())) {
        return judge(head.status(), " to other host " + next.host(), body);
      }
      if (request == MAX_REQUESTS) {
        return AttemptOutcome.failure("stopped after " + MAX_REQUESTS + " redirects");
      }
      if (!body.knownLongerThan(MAX_REDIRECT_BODY)) {
        skip(body);
      }
      reply.connection().close();
      if (!reference.scheme().isEmpty()) {
        host = Optional.empty();
      }
      referer = Optional.of(url);
      url = next;
    }
  }

  private static void skip(ResponseBody body) {
    try {
      body.read(MAX_REDIRECT_BODY);
    } catch (IOException unimportant) {
      // Where time is up, the next request says so.
    }
  }

  private static AttemptOutcome judge(int status, String redirect, ResponseBody body)
      throws BrokenBodyException {
    try {
      body.read(MAX_BODY);
    } catch (IOException trouble) {
      throw new BrokenBodyException(trouble);
    }
    if (status >= 200 && status < 300) {
      return AttemptOutcome.success("HTTP status " + status);
    }
    return status >= 300 && status < 400
        ? AttemptOutcome.warning("HTTP status " + status + redirect + ", not followed")
        : AttemptOutcome.failure("HTTP status " + status);
  }
}
