package dev.sonde.runtime;

import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import dev.sonde.runtime.internal.engine.AnswerGuard;
import dev.sonde.runtime.internal.engine.LifeCycle;
import dev.sonde.runtime.internal.engine.ProbeDeadline;
import dev.sonde.runtime.internal.engine.ProbeRunner;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The health endpoints of one container: takes a request, asks the checks, gives the response. Does
 * no I/O of its own, so any server can be before it; {@link HealthServer} is one.
 *
 * <p>Thread-safe. Each answer comes before the probe's own timeout is over, whatever goes wrong
 * inside: the checks of a probe run side by side, and one that has not answered by the {@linkplain
 * #deadline deadline} is reported as failed, by name. It is not asked again while it hangs.
 * Requests that come while the checks run share that run.
 *
 * <p>Readiness is down until the startup checks have passed once, and again from {@link #stopping}
 * on.
 *
 * <p>A probe that succeeds gets 200, one that fails 503 or what the builder says. Answers have
 * names and states of the checks, and nothing else unless the builder asks for more. Their format
 * is what the {@code Accept} header asks for, by default the JSON of MicroProfile Health. As with
 * Kubernetes' own servers, {@code ?verbose} asks for text with a line for each check, {@code
 * ?exclude=name} leaves a check out, and {@code /readyz/name} asks a single one.
 */
public final class HealthEndpoints {

  private final Map<EndpointKind, ProbeRunner> probes;
  private final Map<String, ProbeEndpoint> paths;
  private final LifeCycle life;
  private final ListenerList listeners;
  private final ScheduledExecutorService timer;
  private final HealthEndpointsBuilder origin;
  private final Set<ProbeWatch> watched = ConcurrentHashMap.newKeySet();
  private final Duration longestWait;
  private final AnswerGuard guard;
  private final HealthResponse unknown;
  private final CompletionStage<HealthResponse> unknownLater;

  HealthEndpoints(
      Map<EndpointKind, ProbeRunner> probes,
      Map<String, ProbeEndpoint> paths,
      LifeCycle life,
      ListenerList listeners,
      ScheduledExecutorService timer,
      HealthEndpointsBuilder origin) {
    this.probes = new EnumMap<>(probes);
    this.paths = new TreeMap<>(paths);
    this.life = life;
    this.listeners = listeners;
    this.timer = timer;
    this.origin = origin;
    this.longestWait = longestDeadline().plus(ProbeDeadline.LARGEST_MARGIN);
    this.guard = new AnswerGuard("A request to \"" + container() + "\"");
    this.unknown = HealthResponse.text(origin.failureStatus(), "failed");
    this.unknownLater = CompletableFuture.completedStage(unknown);
  }

  private Duration longestDeadline() {
    Duration longest = Duration.ZERO;
    for (ProbeRunner probe : probes.values()) {
      longest = probe.deadline().compareTo(longest) > 0 ? probe.deadline() : longest;
    }
    return longest;
  }

  /**
   * {@return a builder}
   *
   * @param container the container's name, for logs and thread names
   * @param port the port that the manifest asks, 1 to 65535
   * @throws IllegalArgumentException if the port is out of range
   */
  public static HealthEndpointsBuilder builder(String container, int port) {
    return new HealthEndpointsBuilder(container, port);
  }

  /**
   * {@return a builder of endpoints that no probe asks over HTTP, see {@link Heartbeats}}
   *
   * @param container the container's name, for logs and thread names
   */
  public static HealthEndpointsBuilder builder(String container) {
    return new HealthEndpointsBuilder(container);
  }

  /**
   * {@return how long the checks of a probe may take: its timeout, less a fifth of it but at most
   * half a second, which is left for the network, the scheduler and the garbage collector}
   *
   * @param timeout the probe's own timeout
   */
  public static Duration deadline(Duration timeout) {
    return ProbeDeadline.within(timeout);
  }

  /** {@return the container's name} */
  public String container() {
    return origin.container();
  }

  /** {@return the port that the manifest asks; 0 if it asks none} */
  public int port() {
    return origin.port();
  }

  /**
   * {@return the paths that the probes ask, whole, as the manifest has them; none for a probe that
   * is not declared}
   */
  public Map<EndpointKind, String> paths() {
    return origin.paths();
  }

  /**
   * {@return the names of a probe's checks, in the order in which they were declared}
   *
   * @param kind the probe; one that is not declared has none
   */
  public List<String> checkNames(EndpointKind kind) {
    return probe(kind).checkNames();
  }

  /**
   * {@return how long the application goes on serving after SIGTERM, while readiness is down
   * already; zero unless the container was declared with such a time}
   */
  public Duration drain() {
    return stopTimes().map(StopTimes::drain).orElse(Duration.ZERO);
  }

  /** How long the manifest lets the application take to stop, if that is known. */
  Optional<StopTimes> stopTimes() {
    return origin.stopTimes();
  }

  /**
   * {@return a builder of endpoints like these, to change what generated code does not: how much
   * answers tell, their format, who listens} What it builds shares nothing with these but the
   * checks; serve one of them.
   */
  public HealthEndpointsBuilder toBuilder() {
    return origin.copy();
  }

  /** {@return whether the manifest asks by HTTPS} */
  public boolean isAskedByHttps() {
    return origin.isHttps();
  }

  /**
   * {@return how long it takes at most until a request is answered} That is the longest of the
   * probes' deadlines and half a second more: a server that waits no longer loses no answer.
   */
  public Duration longestWait() {
    return longestWait;
  }

  /**
   * Answers a request; waits for the checks, at most until the probe's deadline.
   *
   * @param request what was asked
   * @return what to send
   */
  public HealthResponse respond(HealthRequest request) {
    CompletableFuture<HealthResponse> answer = answer(request);
    try {
      return answer.get(longestWait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return unknown;
    } catch (ExecutionException | TimeoutException | RuntimeException | Error failure) {
      return guard.failed(failure, unknown);
    }
  }

  /**
   * Answers a request without waiting: for servers that must not block.
   *
   * @param request what was asked
   * @return what to send, once the checks have answered or the probe's deadline has come; it never
   *     fails
   */
  public CompletionStage<HealthResponse> respondLater(HealthRequest request) {
    try {
      return answer(request).minimalCompletionStage();
    } catch (Throwable failure) {
      return guard.failed(failure, unknownLater);
    }
  }

  /**
   * Asks a probe's checks, for callers that want more than an HTTP response.
   *
   * @param kind the probe
   * @return what the checks have found, by the probe's deadline at the latest; it never fails, and
   *     holds no checks when there is no such probe
   */
  public CompletionStage<ProbeReport> ask(EndpointKind kind) {
    ProbeRunner probe = probe(kind);
    return probe.guarded(() -> life.ask(probe));
  }

  /**
   * Asks a probe's checks as {@link #ask(EndpointKind)} does, but readiness does not wait for the
   * startup checks: for specifications that keep the two apart.
   *
   * @param kind the probe
   * @return what the checks have found, by the probe's deadline at the latest; it never fails, and
   *     holds no checks when there is no such probe
   */
  public CompletionStage<ProbeReport> askChecks(EndpointKind kind) {
    ProbeRunner probe = probe(kind);
    return probe.guarded(() -> life.askWithoutStart(probe));
  }

  /**
   * Asks one of a probe's checks, wherever the application is between its start and its end.
   *
   * @param kind the probe
   * @param check the check's name
   * @return what the check has found, by the probe's deadline at the latest; it never fails, and
   *     holds no check when the probe has none of that name
   */
  public CompletionStage<ProbeReport> ask(EndpointKind kind, String check) {
    ProbeRunner single = probe(kind).only(check);
    return single.guarded(single::ask);
  }

  /**
   * {@return a probe to watch, as {@link #ask(EndpointKind)} asks it}
   *
   * @param kind the probe
   * @param period the time from one look to the next, more than 0
   * @throws IllegalArgumentException if the period is not more than 0
   */
  public ProbeWatch watch(EndpointKind kind, Duration period) {
    Objects.requireNonNull(kind, "kind");
    return new ProbeWatch(() -> ask(kind), period, timer, watched);
  }

  /**
   * {@return one of a probe's checks to watch, as {@link #ask(EndpointKind, String)} asks it}
   *
   * @param kind the probe
   * @param check the check's name; one that the probe does not have never fails
   * @param period the time from one look to the next, more than 0
   * @throws IllegalArgumentException if the period is not more than 0
   */
  public ProbeWatch watch(EndpointKind kind, String check, Duration period) {
    Objects.requireNonNull(kind, "kind");
    return new ProbeWatch(() -> ask(kind, check), period, timer, watched);
  }

  private ProbeRunner probe(EndpointKind kind) {
    return Objects.requireNonNull(probes.get(kind), "kind");
  }

  /**
   * Begins to stop: from now on readiness is down, whatever its checks find, so that no new
   * requests are sent here. Liveness goes on as before. {@link HealthServer} calls this when the
   * JVM is asked to end; with a server of your own, call it before that stops, or let {@link
   * GracefulStop} do so.
   */
  public void stopping() {
    life.stop();
    watched.forEach(ProbeWatch::look);
    if (!life.hasStarted()) {
      listeners.stopBeforeStart();
    }
  }

  /** {@return whether the application has begun to stop} */
  public boolean isStopping() {
    return life.isStopping();
  }

  /** Waits until listeners and log have got all findings, for each at most this long. */
  void awaitListeners(Duration within) throws InterruptedException {
    listeners.await(within);
  }

  /** {@return what is answered when nothing is known} */
  HealthResponse unknown() {
    return unknown;
  }

  /** {@return what to send; it never fails} */
  CompletableFuture<HealthResponse> answer(HealthRequest request) {
    try {
      return found(request);
    } catch (Throwable failure) {
      return CompletableFuture.completedFuture(guard.failed(failure, unknown));
    }
  }

  private CompletableFuture<HealthResponse> found(HealthRequest request) {
    if (!request.isHead() && !request.method().equals("GET")) {
      return CompletableFuture.completedFuture(
          HealthResponse.text(405, "Health endpoints answer GET and HEAD.")
              .withHeader("Allow", "GET, HEAD"));
    }
    PercentText path = PercentText.decode(request.path());
    if (!path.isValid() || !path.text().startsWith("/")) {
      return CompletableFuture.completedFuture(
          HealthResponse.text(400, "The path is not a valid URL path."));
    }
    ProbeEndpoint endpoint = paths.get(path.text());
    return endpoint != null
        ? endpoint.answer(request)
        : singleCheck(request, path.text()).orElseGet(this::notFound);
  }

  private Optional<CompletableFuture<HealthResponse>> singleCheck(
      HealthRequest request, String path) {
    for (Map.Entry<String, ProbeEndpoint> endpoint : paths.entrySet()) {
      String start = endpoint.getKey() + "/";
      if (path.startsWith(start)) {
        return endpoint.getValue().answer(request, path.substring(start.length()));
      }
    }
    return Optional.empty();
  }

  private CompletableFuture<HealthResponse> notFound() {
    String known = String.join(", ", paths.keySet());
    return CompletableFuture.completedFuture(
        HealthResponse.text(404, "No such health endpoint; available: " + known + "."));
  }

  @Override
  public String toString() {
    return "health endpoints of " + container() + ": " + paths.keySet();
  }
}
