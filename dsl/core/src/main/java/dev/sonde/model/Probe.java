package dev.sonde.model;

import static java.util.Comparator.comparingInt;

import dev.sonde.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One probe as it was written: every field is what its author set, or unset. A field set to
 * Kubernetes' default is not the same as an unset one.
 *
 * @param handlers what was written, in the API server's order; exactly one is legal
 * @param initialDelaySeconds seconds from the container's start to the first try
 * @param timeoutSeconds seconds that one try may take
 * @param periodSeconds seconds between tries
 * @param successThreshold successes in a row that count as success
 * @param failureThreshold failures in a row that count as failure
 * @param terminationGracePeriodSeconds seconds the container has to stop after this probe failed;
 *     instead of the pod's own
 * @see Timing for what Kubernetes makes of the unset ones
 */
public record Probe(
    List<Handler> handlers,
    OptionalInt initialDelaySeconds,
    OptionalInt timeoutSeconds,
    OptionalInt periodSeconds,
    OptionalInt successThreshold,
    OptionalInt failureThreshold,
    OptionalLong terminationGracePeriodSeconds) {

  private static final List<Class<? extends Handler>> API_SERVER_ORDER =
      List.of(Exec.class, HttpGet.class, TcpSocket.class, Grpc.class);

  /**
   * Puts the handlers into the API server's order.
   *
   * @throws IllegalArgumentException if two handlers are of the same type
   */
  public Probe {
    if (handlers.stream().map(Handler::fieldName).distinct().count() < handlers.size()) {
      throw new IllegalArgumentException("a probe has each handler at most once: " + handlers);
    }
    handlers =
        handlers.stream()
            .sorted(comparingInt(handler -> API_SERVER_ORDER.indexOf(handler.getClass())))
            .toList();
  }

  /**
   * {@return a probe that sets its handler and leaves all else to Kubernetes}
   *
   * @param handler what one attempt does
   */
  public static Probe of(Handler handler) {
    return builder().handler(handler).build();
  }

  /** {@return a builder with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with what this probe sets} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.handlers.addAll(handlers);
    builder.initialDelaySeconds = initialDelaySeconds;
    builder.timeoutSeconds = timeoutSeconds;
    builder.periodSeconds = periodSeconds;
    builder.successThreshold = successThreshold;
    builder.failureThreshold = failureThreshold;
    builder.terminationGracePeriodSeconds = terminationGracePeriodSeconds;
    return builder;
  }

  /**
   * {@return this probe with one handler, in place of those it has}
   *
   * @param handler what one attempt does
   */
  public Probe withHandler(Handler handler) {
    return withHandlers(List.of(handler));
  }

  /** {@return the numbers of this probe alone; Kubernetes demands a handler beside them} */
  public Probe withoutHandler() {
    return withHandlers(List.of());
  }

  private Probe withHandlers(List<Handler> others) {
    return new Probe(
        others,
        initialDelaySeconds,
        timeoutSeconds,
        periodSeconds,
        successThreshold,
        failureThreshold,
        terminationGracePeriodSeconds);
  }

  /** {@return the handler that the API server looks at: the first in its order, if there is one} */
  public Optional<Handler> handler() {
    return handlers.stream().findFirst();
  }

  /** {@return the numbers that Kubernetes works with: an unset or zero one becomes its default} */
  public Timing timing() {
    return new Timing(
        initialDelaySeconds.orElse(Timing.DEFAULT_INITIAL_DELAY_SECONDS),
        orDefault(timeoutSeconds, Timing.DEFAULT_TIMEOUT_SECONDS),
        orDefault(periodSeconds, Timing.DEFAULT_PERIOD_SECONDS),
        orDefault(successThreshold, Timing.DEFAULT_SUCCESS_THRESHOLD),
        orDefault(failureThreshold, Timing.DEFAULT_FAILURE_THRESHOLD));
  }

  /**
   * {@return this probe as the API server stores it: every unset field, and every 0 that means
   * "unset", holds Kubernetes' default}
   *
   * <p>{@code terminationGracePeriodSeconds} has no default of its own and stays as it is.
   */
  public Probe withDefaults() {
    Timing timing = timing();
    return new Probe(
        handlers.stream().map(Handler::withDefaults).toList(),
        OptionalInt.of(timing.initialDelaySeconds()),
        OptionalInt.of(timing.timeoutSeconds()),
        OptionalInt.of(timing.periodSeconds()),
        OptionalInt.of(timing.successThreshold()),
        OptionalInt.of(timing.failureThreshold()),
        terminationGracePeriodSeconds);
  }

  /**
   * {@return what this probe sets, under Kubernetes' names, in the order of Kubernetes' own type:
   * the handler, then the five numbers, then the grace period}
   */
  public YamlMap toFields() {
    return ProbeFields.of(this);
  }

  private static int orDefault(OptionalInt written, int defaultValue) {
    int value = written.orElse(0);
    return value == 0 ? defaultValue : value;
  }

  /** Collects the fields of a {@link Probe}. Not safe for use by several threads. */
  public static final class Builder {
    private final List<Handler> handlers = new ArrayList<>();
    private OptionalInt initialDelaySeconds = OptionalInt.empty();
    private OptionalInt timeoutSeconds = OptionalInt.empty();
    private OptionalInt periodSeconds = OptionalInt.empty();
    private OptionalInt successThreshold = OptionalInt.empty();
    private OptionalInt failureThreshold = OptionalInt.empty();
    private OptionalLong terminationGracePeriodSeconds = OptionalLong.empty();

    private Builder() {}

    /**
     * Adds a handler. A second one of another type is kept, for the rules to judge.
     *
     * @param handler what one attempt does
     * @return this builder
     */
    public Builder handler(Handler handler) {
      handlers.add(handler);
      return this;
    }

    /**
     * Sets {@code initialDelaySeconds}.
     *
     * @param seconds legal from 0
     * @return this builder
     */
    public Builder initialDelaySeconds(int seconds) {
      initialDelaySeconds = OptionalInt.of(seconds);
      return this;
    }

    /**
     * Sets {@code timeoutSeconds}.
     *
     * @param seconds legal from 0, which means the default
     * @return this builder
     */
    public Builder timeoutSeconds(int seconds) {
      timeoutSeconds = OptionalInt.of(seconds);
      return this;
    }

    /**
     * Sets {@code periodSeconds}.
     *
     * @param seconds legal from 0, which means the default
     * @return this builder
     */
    public Builder periodSeconds(int seconds) {
      periodSeconds = OptionalInt.of(seconds);
      return this;
    }

    /**
     * Sets {@code successThreshold}.
     *
     * @param count legal from 0, which means the default; above 1 only for readiness
     * @return this builder
     */
    public Builder successThreshold(int count) {
      successThreshold = OptionalInt.of(count);
      return this;
    }

    /**
     * Sets {@code failureThreshold}.
     *
     * @param count legal from 0, which means the default
     * @return this builder
     */
    public Builder failureThreshold(int count) {
      failureThreshold = OptionalInt.of(count);
      return this;
    }

    /**
     * Sets {@code terminationGracePeriodSeconds}.
     *
     * @param seconds legal from 1; illegal for readiness
     * @return this builder
     */
    public Builder terminationGracePeriodSeconds(long seconds) {
      terminationGracePeriodSeconds = OptionalLong.of(seconds);
      return this;
    }

    /**
     * {@return the probe}
     *
     * @throws IllegalArgumentException if two handlers are of the same type
     */
    public Probe build() {
      return new Probe(
          handlers,
          initialDelaySeconds,
          timeoutSeconds,
          periodSeconds,
          successThreshold,
          failureThreshold,
          terminationGracePeriodSeconds);
    }
  }
}
