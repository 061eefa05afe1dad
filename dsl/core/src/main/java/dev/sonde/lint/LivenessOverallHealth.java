package dev.sonde.lint;

import static dev.sonde.rules.LintRules.LIVENESS_OVERALL_HEALTH;

import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

final class LivenessOverallHealth implements LintRule {

  /** The end of the path of the overall health, and what to add for liveness alone. */
  private static final Map<String, String> FOR_LIVENESS_ALONE =
      Map.of("/actuator/health", "/liveness", "/q/health", "/live");

  @Override
  public Rule rule() {
    return LIVENESS_OVERALL_HEALTH;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    container
        .probe(ProbeKind.LIVENESS)
        .ifPresent(
            liveness -> {
              if (liveness.handler() instanceof HttpGet http) {
                better(http.effectivePath())
                    .ifPresent(path -> found.accept(finding(liveness, http, path)));
              } else if (liveness.handler() instanceof Grpc grpc
                  && grpc.service().orElse("").isEmpty()
                  && container.application().isKnownToRunOnJvm()) {
                found.accept(finding(liveness));
              }
            });
  }

  private static Optional<String> better(String path) {
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return FOR_LIVENESS_ALONE.keySet().stream()
        .filter(plain::endsWith)
        .findFirst()
        .map(overall -> plain + FOR_LIVENESS_ALONE.get(overall));
  }

  /** What stands for the whole server is what its clients ask: whether to send requests. */
  private static Finding finding(ProbeView liveness) {
    return LIVENESS_OVERALL_HEALTH.finding(
        liveness.path().field("grpc"),
        "%s names no service, and service \"\" answers for the whole server, databases and all."
            .formatted(liveness.words()),
        "Name one that tells of liveness alone, such as service: liveness.");
  }

  private static Finding finding(ProbeView liveness, HttpGet http, String better) {
    return LIVENESS_OVERALL_HEALTH.finding(
        liveness.handlerPath("path"),
        "path %s of %s answers for databases and other systems too."
            .formatted(FindingWords.quote(http.effectivePath()), liveness.words()),
        "Ask " + better + ".");
  }
}
