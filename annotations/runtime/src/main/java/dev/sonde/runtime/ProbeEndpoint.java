package dev.sonde.runtime;

import dev.sonde.runtime.report.AnswerFormat;
import dev.sonde.runtime.report.Detail;
import dev.sonde.runtime.report.Wish;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers one probe's requests: for all its checks, for some of them, or for a single one. */
final class ProbeEndpoint {

  private final ProbeRunner probe;
  private final LifeCycle life;
  private final String name;
  private final Detail detail;
  private final Formats formats;
  private final ResponseWriter writer;
  private final Wish plain;

  ProbeEndpoint(
      String path,
      ProbeRunner probe,
      LifeCycle life,
      Detail detail,
      Formats formats,
      int failureStatus) {
    this.probe = probe;
    this.life = life;
    this.name = path.substring(path.lastIndexOf('/') + 1);
    this.detail = detail;
    this.formats = formats;
    this.writer = new ResponseWriter(failureStatus);
    this.plain = new Wish(name, detail, false, List.of(), List.of());
  }

  CompletableFuture<HealthResponse> answer(HealthRequest request) {
    Optional<Query> parsed = Query.parse(request.query());
    if (parsed.isEmpty()) {
      return badQuery();
    }
    Query query = parsed.get();
    AnswerFormat format = formats.choose(request.accept(), query.verbose());
    ProbeRunner asked = query.excluded().isEmpty() ? probe : probe.without(query.excluded());
    Wish wish = query.isPlain() ? plain : wish(query);
    return life.ask(asked).thenApply(report -> writer.write(report, format, wish));
  }

  /** {@return the answer for a single check; empty when the probe has none of that name} */
  Optional<CompletableFuture<HealthResponse>> answer(HealthRequest request, String check) {
    if (!probe.checkNames().contains(check)) {
      return Optional.empty();
    }
    List<String> others =
        probe.checkNames().stream().filter(other -> !other.equals(check)).toList();
    Optional<Query> parsed = Query.parse(request.query());
    if (parsed.isEmpty()) {
      return Optional.of(badQuery());
    }
    Query query = parsed.get();
    AnswerFormat format = formats.choose(request.accept(), query.verbose());
    Wish wish = new Wish(name + "/" + check, detail, query.verbose(), List.of(), List.of());
    return Optional.of(
        probe.without(others).ask().thenApply(report -> writer.write(report, format, wish)));
  }

  private static CompletableFuture<HealthResponse> badQuery() {
    return CompletableFuture.completedFuture(
        HealthResponse.text(400, "The query is not percent-encoded UTF-8."));
  }

  private Wish wish(Query query) {
    List<String> names = probe.checkNames();
    List<String> excluded = query.excluded().stream().filter(names::contains).toList();
    List<String> unknown = query.excluded().stream().filter(n -> !names.contains(n)).toList();
    return new Wish(name, detail, query.verbose(), excluded, unknown);
  }
}
