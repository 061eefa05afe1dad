package dev.sonde.lint;

import static dev.sonde.rules.LintRules.HTTP_ON_TLS_PORT;

import dev.sonde.model.HttpGet;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.Set;
import java.util.function.Consumer;

final class HttpOnTlsPort implements LintRule {

  private static final Set<String> TLS_PORTS = Set.of("443", "8443", "https");

  @Override
  public Rule rule() {
    return HTTP_ON_TLS_PORT;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (ProbeView probe : container.probes()) {
      if (probe.handler() instanceof HttpGet http
          && http.effectiveScheme().equals(HttpGet.DEFAULT_SCHEME)
          && TLS_PORTS.contains(http.port().toString())) {
        found.accept(
            HTTP_ON_TLS_PORT.finding(
                probe.handlerPath("scheme"),
                "%s speaks plain HTTP to port %s.".formatted(probe.words(), http.port()),
                "Set scheme to HTTPS if the port speaks TLS."));
      }
    }
  }
}
