package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.RestartPolicy;
import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.WatchGoal;
import dev.sonde.kubelet.scenario.DurationText;
import dev.sonde.release.KubernetesVersion;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code probe} is asked for, as people write it, on a command line or in a pom.
 *
 * @param command the process and its arguments; empty means that it runs already
 * @param address the pod's address, for probes without a host
 * @param goal what to wait for
 * @param maxDuration how long at most, such as {@code 90s}; {@code 0} means without limit
 * @param whenReadyGet a URL to request once, when the pod is ready for the first time
 * @param restartPolicy {@code Always}, {@code OnFailure} or {@code Never}; unset means the
 *     manifest's
 * @param gracePeriodSeconds how long the process has to stop; unset means the manifest's
 * @param kubernetes the release to behave like
 * @param plain prints lines also where a terminal could show more
 */
public record ProbeRequest(
    List<String> command,
    String address,
    WatchGoal goal,
    String maxDuration,
    Optional<URI> whenReadyGet,
    Optional<String> restartPolicy,
    Optional<Long> gracePeriodSeconds,
    KubernetesVersion kubernetes,
    boolean plain) {

  /** Copies the command, so that the value stays what it was. */
  public ProbeRequest {
    command = List.copyOf(command);
  }

  /**
   * Runs a container as the kubelet would and shows what happens, until the goal or Ctrl-C.
   *
   * @param found the container
   * @param out where events and summary go
   * @param err where mistakes are reported
   * @return 0 when the goal was reached or there was none, 1 when it was not, 2 when the process
   *     cannot be started
   * @throws IllegalArgumentException if something is not written as it should be; the message says
   *     what and how
   */
  public int run(ProbedContainer found, PrintStream out, PrintStream err) {
    LiveOptions.Builder options = options(found);
    Optional<RequestUrl> request = whenReadyGet.map(ProbeRequest::request);
    WatchPrinter watcher =
        plain || !TerminalDetection.canRedraw()
            ? new EventPrinter(out, TerminalDetection.wantsColour())
            : new LiveView(found.container(), out);
    return new LiveWatch(watcher, request, out, err).run(found.container(), options);
  }

  private LiveOptions.Builder options(ProbedContainer found) {
    return LiveOptions.builder()
        .command(command)
        .address(address)
        .goal(goal)
        .maxDuration(duration())
        .restartPolicy(RestartPolicy.of(restartPolicy.orElse(found.pod().effectiveRestartPolicy())))
        .terminationGracePeriodSeconds(
            gracePeriod().orElse(found.pod().effectiveTerminationGracePeriodSeconds()))
        .version(kubernetes);
  }

  private Duration duration() {
    return DurationText.parse(maxDuration)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--max-duration (in a pom maxDuration) \""
                        + maxDuration
                        + "\" is not of the form 90s or 2m. Give at most 366 days, or 0 for no"
                        + " limit."));
  }

  private Optional<Long> gracePeriod() {
    gracePeriodSeconds
        .filter(seconds -> seconds < 0)
        .ifPresent(
            negative -> {
              throw new IllegalArgumentException(
                  "--grace-period (in a pom gracePeriodSeconds) "
                      + negative
                      + " is negative. Give 0 or more seconds.");
            });
    return gracePeriodSeconds;
  }

  private static RequestUrl request(URI written) {
    try {
      return new RequestUrl(written);
    } catch (IllegalArgumentException mistaken) {
      throw new IllegalArgumentException(
          "--when-ready-get (in a pom whenReadyGet) " + mistaken.getMessage(), mistaken);
    }
  }
}
