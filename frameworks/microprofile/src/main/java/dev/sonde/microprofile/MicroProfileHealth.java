package dev.sonde.microprofile;

import dev.sonde.health.Health;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.answer.AnswerFormat;
import dev.sonde.runtime.answer.AnswerRequest;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.Detail;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jspecify.annotations.Nullable;

/**
 * The application's {@code HealthCheck} beans as checks of Sonde's engine, beside those that
 * Sonde's annotations declare; and what MicroProfile's paths answer of both. Thread-safe.
 *
 * <p>The beans are found when CDI's container has started. Each is one check, with its probe's
 * deadline and one run at a time.
 */
@ApplicationScoped
public class MicroProfileHealth {

  private static final AnswerRequest WISH =
      new AnswerRequest("health", Detail.DATA, false, List.of(), List.of());

  /** All there is from the start on, as one, so that nobody sees half of it. */
  private record Started(HealthEndpoints own, HealthEndpoints all, BeanChecks beans) {}

  private final @Nullable Instance<ContainerHealth> generated;
  private final MicroProfileSettings settings;
  private volatile @Nullable Started started;

  /** For the container's proxies, which answer nothing themselves. */
  protected MicroProfileHealth() {
    this.generated = null;
    this.settings = MicroProfileSettings.NONE;
  }

  @Inject
  MicroProfileHealth(@Nullable Instance<ContainerHealth> generated) {
    this.generated = generated;
    this.settings = MicroProfileSettings.read();
  }

  void start(
      @Observes jakarta.enterprise.event.Startup event,
      BeanManager manager,
      @Startup Instance<HealthCheck> startup,
      @Liveness Instance<HealthCheck> liveness,
      @Readiness Instance<HealthCheck> readiness) {
    ResponseBuilder.provideUnlessProvided();
    HealthEndpoints own = own();
    BeanChecks beans = new BeanChecks(own);
    beans.addAll(EndpointKind.STARTUP, startup);
    beans.addAll(EndpointKind.LIVENESS, liveness);
    beans.addAll(EndpointKind.READINESS, readiness);
    beans.prepare(manager);
    started = new Started(own, beans.in(own), beans);
  }

  void stop(@Observes Shutdown event) {
    Started all = started;
    if (all != null) {
      all.all().stopping();
      all.beans().close();
    }
  }

  private HealthEndpoints own() {
    List<HealthEndpoints> found = new ArrayList<>();
    if (generated != null) {
      generated.forEach(each -> found.add(each.endpoints()));
    }
    if (found.size() > 1) {
      throw new IllegalStateException(
          "There are health classes of several containers: "
              + found.stream().map(HealthEndpoints::container).sorted().toList()
              + ". Let one of them be a bean, that of the container that this process is.");
    }
    return found.isEmpty() ? HealthEndpoints.builder("application").build() : found.get(0);
  }

  /**
   * {@return the probes with the application's beans among their checks, to be served by Sonde's
   * server or any other; none before CDI's container has started}
   */
  public Optional<HealthEndpoints> endpoints() {
    return Optional.ofNullable(started).map(Started::all);
  }

  /**
   * Answers a request as the specification says.
   *
   * @param path {@code /health}, or {@code live}, {@code ready} or {@code started} below it
   * @return what to send, by the longest of the asked probes' deadlines; it never fails
   */
  public CompletionStage<MicroProfileAnswer> answer(String path) {
    Optional<List<EndpointKind>> kinds = MicroProfilePath.kindsOf(path);
    if (kinds.isEmpty()) {
      return CompletableFuture.completedStage(new MicroProfileAnswer(404, "{}"));
    }
    Started known = started;
    return known == null
        ? CompletableFuture.completedStage(before(kinds.get()))
        : answer(known, kinds.get());
  }

  private MicroProfileAnswer before(List<EndpointKind> kinds) {
    boolean ready = settings.readyBefore() || !kinds.contains(EndpointKind.READINESS);
    boolean begun = settings.startedBefore() || !kinds.contains(EndpointKind.STARTUP);
    return MicroProfileAnswer.empty(ready && begun);
  }

  private CompletionStage<MicroProfileAnswer> answer(Started known, List<EndpointKind> kinds) {
    CompletionStage<List<CheckReport>> all = CompletableFuture.completedStage(List.of());
    List<CompletionStage<ProbeReport>> asked = kinds.stream().map(known.all()::askChecks).toList();
    for (CompletionStage<ProbeReport> each : asked) {
      all = all.thenCombine(each, (before, report) -> joined(known, before, report));
    }
    return all.thenCombine(asked.get(0), (checks, report) -> written(checks, report));
  }

  private List<CheckReport> joined(Started known, List<CheckReport> before, ProbeReport report) {
    List<String> own = known.own().checkNames(report.kind());
    List<CheckReport> checks = new ArrayList<>(before);
    for (CheckReport check : report.checks()) {
      if (!settings.withoutDefaults() || !own.contains(check.name())) {
        String name = known.beans().responseName(check.name());
        checks.add(
            new CheckReport(
                name, check.health(), check.required(), check.error(), check.took(), check.age()));
      }
    }
    return checks;
  }

  private static MicroProfileAnswer written(List<CheckReport> checks, ProbeReport any) {
    ProbeReport whole = new ProbeReport(any.kind(), checks, any.time());
    byte[] json = AnswerFormat.MICROPROFILE.write(whole, WISH);
    return new MicroProfileAnswer(
        whole.passes() ? 200 : 503, new String(json, StandardCharsets.UTF_8));
  }

  /**
   * {@return one of Sonde's own checks as one of MicroProfile's, which answers by its probe's
   * deadline; never one of the application's beans}
   *
   * @param kind the probe
   * @param name the check's name
   */
  public HealthCheck check(EndpointKind kind, String name) {
    return () -> {
      List<CheckReport> found = ownChecks(kind, name::equals);
      boolean down =
          found.isEmpty()
              ? lifeCycle(kind) == Health.Status.DOWN
              : found.get(0).weight() == Health.Status.DOWN;
      Map<String, Object> data = new TreeMap<>();
      for (CheckReport check : found) {
        data.putAll(check.health().data());
        if (check.status() == Health.Status.DEGRADED) {
          data.put("status", check.status().name());
        }
      }
      return new HealthCheckResponse(
          name,
          down ? HealthCheckResponse.Status.DOWN : HealthCheckResponse.Status.UP,
          data.isEmpty() ? Optional.empty() : Optional.of(data));
    };
  }

  /**
   * {@return what Sonde's own checks of a probe have found; those of the beans are not among them,
   * so that nobody who asks a bean comes back to it from here}
   *
   * @param wanted which of them, by name
   */
  List<CheckReport> ownChecks(EndpointKind kind, Predicate<String> wanted) {
    Started known = started;
    if (known == null) {
      return List.of();
    }
    List<CompletionStage<ProbeReport>> asked =
        known.own().checkNames(kind).stream()
            .filter(wanted)
            .map(name -> known.all().ask(kind, name))
            .toList();
    return asked.stream()
        .flatMap(report -> report.toCompletableFuture().join().checks().stream())
        .toList();
  }

  /** {@return whether a probe's own checks are all there is to say of it} */
  Health.Status lifeCycle(EndpointKind kind) {
    Started known = started;
    boolean open = known != null && !(kind == EndpointKind.READINESS && known.all().isStopping());
    return open || kind == EndpointKind.LIVENESS ? Health.Status.UP : Health.Status.DOWN;
  }
}
