package dev.sonde.runtime;

import dev.sonde.runtime.answer.AnswerRequest;
import dev.sonde.runtime.answer.Detail;
import dev.sonde.runtime.answer.ProbeReport;
import dev.sonde.runtime.internal.engine.AnswerGuard;
import dev.sonde.runtime.internal.engine.LifeCycle;
import dev.sonde.runtime.internal.engine.ProbeRunner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers one probe's requests: for all its checks, for some of them, or for a single one. */
final class ProbeEndpoint {

  private final ProbeRunner probe;
  private final LifeCycle life;
  private final String name;
  private final Detail detail;
  private final FormatChoice formats;
  private final ResponseWriter writer;
  private final AnswerRequest plain;
  private final AnswerGuard guard;
  private final HealthResponse passed = HealthResponse.text(200, "ok");
  private final HealthResponse failed;

  ProbeEndpoint(
      String path,
      ProbeRunner probe,
      LifeCycle life,
      Detail detail,
      FormatChoice formats,
      int failureStatus) {
    this.probe = probe;
    this.life = life;
    this.name = path.substring(path.lastIndexOf('/') + 1);
    this.detail = detail;
    this.formats = formats;
    this.writer = new ResponseWriter(failureStatus);
    this.guard = new AnswerGuard("A request to " + path);
    this.failed = HealthResponse.text(failureStatus, "failed");
    this.plain = new AnswerRequest(name, detail, false, List.of(), List.of());
  }

  /** {@return the answer; it never fails} */
  CompletableFuture<HealthResponse> answer(HealthRequest request) {
    return guard.answer(() -> whole(request), failed(request));
  }

  /** {@return the answer for a single check; empty when the probe has none of that name} */
  Optional<CompletableFuture<HealthResponse>> answer(HealthRequest request, String check) {
    return probe.checkNames().contains(check)
        ? Optional.of(guard.answer(() -> single(request, check), failed(request)))
        : Optional.empty();
  }

  private CompletableFuture<HealthResponse> whole(HealthRequest request) {
    Optional<HealthQuery> parsed = HealthQuery.parse(request.query());
    if (parsed.isEmpty()) {
      return badQuery();
    }
    HealthQuery query = parsed.get();
    ProbeRunner asked = query.excluded().isEmpty() ? probe : probe.without(query.excluded());
    AnswerRequest wish = query.isPlain() ? plain : wish(query);
    return life.ask(asked).thenApply(report -> write(report, request, query, wish));
  }

  private CompletableFuture<HealthResponse> single(HealthRequest request, String check) {
    Optional<HealthQuery> parsed = HealthQuery.parse(request.query());
    if (parsed.isEmpty()) {
      return badQuery();
    }
    HealthQuery query = parsed.get();
    AnswerRequest wish =
        new AnswerRequest(name + "/" + check, detail, query.verbose(), List.of(), List.of());
    return probe.only(check).ask().thenApply(report -> write(report, request, query, wish));
  }

  private HealthResponse write(
      ProbeReport report, HealthRequest request, HealthQuery query, AnswerRequest wish) {
    HealthResponse response = written(report, request, query, wish);
    return request.isHead() ? response.withoutBody() : response;
  }

  /** The probe's status is known also when the words for it cannot be found. */
  private HealthResponse written(
      ProbeReport report, HealthRequest request, HealthQuery query, AnswerRequest wish) {
    try {
      return writer.write(report, formats.choose(request.accept(), query.verbose()), wish);
    } catch (Throwable failure) {
      return guard.failed(failure, report.passes() ? passed : failed);
    }
  }

  private HealthResponse failed(HealthRequest request) {
    return request.isHead() ? failed.withoutBody() : failed;
  }

  private static CompletableFuture<HealthResponse> badQuery() {
    return CompletableFuture.completedFuture(
        HealthResponse.text(400, "The query is not percent-encoded UTF-8."));
  }

  private AnswerRequest wish(HealthQuery query) {
    List<String> names = probe.checkNames();
    List<String> excluded = query.excluded().stream().filter(names::contains).toList();
    List<String> unknown = query.excluded().stream().filter(n -> !names.contains(n)).toList();
    return new AnswerRequest(name, detail, query.verbose(), excluded, unknown);
  }
}
