package dev.sonde.kubelet.live;

import dev.sonde.kubelet.RestartPolicy;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.model.PodSpec;
import dev.sonde.release.KubernetesVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a live kubelet runs its container.
 *
 * @param command the process and its arguments; empty means that it runs already, unless there is
 *     an application
 * @param application what to run inside this JVM, in place of a process
 * @param directory where the process and the commands of exec probes run
 * @param environment what they see, on top of this program's own environment
 * @param address the pod's address, for probes that name no host
 * @param restartPolicy what happens when the process has ended
 * @param terminationGracePeriodSeconds how long the process has to stop
 * @param version the Kubernetes release to behave like
 * @param goal what to wait for
 * @param maxDuration how long to run at most, in the probes' own time; zero means without limit
 * @param endpointDelay from a change of readiness until traffic follows it, in the probes' own time
 * @param timeFactor how much faster than real time the probes' own time passes: periods, delays,
 *     timeouts, grace periods, back-off
 * @param leastTimeout a timeout is not made shorter than this by the factor, on the wall's clock
 * @param output takes what the process prints, line by line, on a thread of its own; unset means
 *     that it goes where this program's output goes
 * @param listener hears each event as it happens, on the kubelet's own thread
 */
public record LiveOptions(
    List<String> command,
    Optional<LiveApplication> application,
    Path directory,
    Map<String, String> environment,
    String address,
    RestartPolicy restartPolicy,
    long terminationGracePeriodSeconds,
    KubernetesVersion version,
    WatchGoal goal,
    Duration maxDuration,
    Duration endpointDelay,
    double timeFactor,
    Duration leastTimeout,
    Optional<Consumer<String>> output,
    Consumer<KubeletEvent> listener) {

  /**
   * Checks the numbers, and copies the collections, so that the value stays what it was.
   *
   * @throws IllegalArgumentException if a time is negative, the factor is not a finite number above
   *     0, or there is both a command and an application
   */
  public LiveOptions {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    demandNotNegative(
        "terminationGracePeriodSeconds",
        terminationGracePeriodSeconds,
        terminationGracePeriodSeconds < 0);
    demandNotNegative("maxDuration", maxDuration, maxDuration.isNegative());
    demandNotNegative("endpointDelay", endpointDelay, endpointDelay.isNegative());
    demandNotNegative("leastTimeout", leastTimeout, leastTimeout.isNegative());
    if (!(timeFactor > 0) || Double.isInfinite(timeFactor)) {
      throw new IllegalArgumentException(
          "timeFactor = " + timeFactor + " is not a number above 0.");
    }
    if (application.isPresent() && !command.isEmpty()) {
      throw new IllegalArgumentException(
          "There is an application inside this JVM and a command " + command + ". Give one.");
    }
  }

  private static void demandNotNegative(String name, Object value, boolean negative) {
    if (negative) {
      throw new IllegalArgumentException(name + " = " + value + " is negative. Give 0 or more.");
    }
  }

  /** {@return a builder that attaches to what runs on this machine and watches it without end} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects options. Not safe for use by several threads. */
  public static final class Builder {
    private List<String> command = List.of();
    private Optional<LiveApplication> application = Optional.empty();
    private Path directory = Path.of("").toAbsolutePath();
    private Map<String, String> environment = Map.of();
    private String address = "127.0.0.1";
    private RestartPolicy restartPolicy = RestartPolicy.ALWAYS;
    private long graceSeconds = PodSpec.DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS;
    private KubernetesVersion version = KubernetesVersion.DEFAULT;
    private WatchGoal goal = WatchGoal.NONE;
    private Duration maxDuration = Duration.ZERO;
    private Duration endpointDelay = Duration.ZERO;
    private double timeFactor = 1;
    private Duration leastTimeout = Duration.ZERO;
    private Optional<Consumer<String>> output = Optional.empty();
    private Consumer<KubeletEvent> listener = event -> {};

    private Builder() {}

    /**
     * Sets the process to run. Default: none, something runs already.
     *
     * @param words the program and its arguments
     * @return this builder
     */
    public Builder command(List<String> words) {
      command = List.copyOf(words);
      return this;
    }

    /**
     * Sets an application to run inside this JVM, in place of a process. Default: none.
     *
     * @param inProcess how to start it
     * @return this builder
     */
    public Builder application(LiveApplication inProcess) {
      application = Optional.of(inProcess);
      return this;
    }

    /**
     * Sets where the process and the commands of exec probes run. Default: this program's folder.
     *
     * @param folder the working directory
     * @return this builder
     */
    public Builder directory(Path folder) {
      directory = folder.toAbsolutePath();
      return this;
    }

    /**
     * Sets what the process sees, on top of this program's own environment. Default: nothing more.
     *
     * @param variables names and values
     * @return this builder
     */
    public Builder environment(Map<String, String> variables) {
      environment = Map.copyOf(variables);
      return this;
    }

    /**
     * Sets the pod's address, for probes that name no host. Default {@code 127.0.0.1}.
     *
     * @param host a name or an address
     * @return this builder
     */
    public Builder address(String host) {
      address = host;
      return this;
    }

    /**
     * Sets what happens when the process has ended. Default {@code Always}.
     *
     * @param policy the pod's restart policy
     * @return this builder
     */
    public Builder restartPolicy(RestartPolicy policy) {
      restartPolicy = policy;
      return this;
    }

    /**
     * Sets how long the process has to stop, unless a probe says otherwise. Default 30 s.
     *
     * @param seconds at least 0
     * @return this builder
     */
    public Builder terminationGracePeriodSeconds(long seconds) {
      graceSeconds = seconds;
      return this;
    }

    /**
     * Sets the Kubernetes release to behave like. Default: the newest that is known.
     *
     * @param release the release
     * @return this builder
     */
    public Builder version(KubernetesVersion release) {
      version = release;
      return this;
    }

    /**
     * Sets what to wait for. Default: nothing.
     *
     * @param awaited what ends the run
     * @return this builder
     */
    public Builder goal(WatchGoal awaited) {
      goal = awaited;
      return this;
    }

    /**
     * Sets how long to run at most. Default: without limit.
     *
     * @param duration in the probes' own time, at least 0; zero means without limit
     * @return this builder
     */
    public Builder maxDuration(Duration duration) {
      maxDuration = duration;
      return this;
    }

    /**
     * Sets how long it takes until traffic follows a change of readiness. Default none.
     *
     * @param delay in the probes' own time, at least 0
     * @return this builder
     */
    public Builder endpointDelay(Duration delay) {
      endpointDelay = delay;
      return this;
    }

    /**
     * Sets how much faster than real time the probes' own time passes. Default 1.
     *
     * @param factor above 0
     * @return this builder
     */
    public Builder timeFactor(double factor) {
      timeFactor = factor;
      return this;
    }

    /**
     * Sets what the factor does not shorten a timeout below. Default 0.
     *
     * @param floor on the wall's clock, at least 0
     * @return this builder
     */
    public Builder leastTimeout(Duration floor) {
      leastTimeout = floor;
      return this;
    }

    /**
     * Sets who takes what the process prints. Default: it goes where this program's output goes.
     *
     * @param lines takes line by line, on a thread of its own
     * @return this builder
     */
    public Builder output(Consumer<String> lines) {
      output = Optional.of(lines);
      return this;
    }

    /**
     * Sets who hears each event as it happens. Default: nobody.
     *
     * @param hears is called on the kubelet's own thread
     * @return this builder
     */
    public Builder listener(Consumer<KubeletEvent> hears) {
      listener = hears;
      return this;
    }

    /**
     * {@return the options}
     *
     * @throws IllegalArgumentException if one is outside its range; the message says which
     */
    public LiveOptions build() {
      return new LiveOptions(
          command,
          application,
          directory,
          environment,
          address,
          restartPolicy,
          graceSeconds,
          version,
          goal,
          maxDuration,
          endpointDelay,
          timeFactor,
          leastTimeout,
          output,
          listener);
    }
  }
}
