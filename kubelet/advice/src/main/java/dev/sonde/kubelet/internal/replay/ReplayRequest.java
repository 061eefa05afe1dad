package dev.sonde.kubelet.internal.replay;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.kubelet.scenario.DurationText;
import dev.sonde.release.KubernetesVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be replayed. Every {@code with} method returns a changed copy.
 *
 * @param sources what was recorded; at least one
 * @param probes the probes of containers whose pod is not in the recording; unset means unknown
 * @param pod the name of the only pod that counts; unset means all
 * @param container the name of the only container that counts; unset means all
 * @param wellAfter how long after its first failed try the application would have been well again,
 *     if nobody had restarted it, above 0; unset means that nobody knows
 * @param release whose kubelet it was; unset means the newest known
 */
public record ReplayRequest(
    List<RecordingSource> sources,
    Optional<ProbedContainer> probes,
    Optional<String> pod,
    Optional<String> container,
    Optional<Duration> wellAfter,
    Optional<KubernetesVersion> release) {

  /**
   * Copies the sources, so that the value stays what it was.
   *
   * @throws IllegalArgumentException if there is no source
   */
  public ReplayRequest {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to replay. Name a file, or -.");
    }
    sources = List.copyOf(sources);
  }

  /**
   * {@return a request for all that is recorded}
   *
   * @param sources what was recorded; at least one
   * @throws IllegalArgumentException if there is none
   */
  public static ReplayRequest of(List<RecordingSource> sources) {
    return new ReplayRequest(
        sources,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * {@return this for one pod or container only}
   *
   * @param onlyPod the pod's name; unset means all
   * @param onlyContainer the container's name; unset means all
   */
  public ReplayRequest of(Optional<String> onlyPod, Optional<String> onlyContainer) {
    return new ReplayRequest(sources, probes, onlyPod, onlyContainer, wellAfter, release);
  }

  /**
   * {@return this with probes for containers whose pod is not in the recording}
   *
   * @param others the probes
   */
  public ReplayRequest with(ProbedContainer others) {
    return new ReplayRequest(sources, Optional.of(others), pod, container, wellAfter, release);
  }

  /**
   * {@return this with what only the application's owner knows}
   *
   * @param time how long after the first failed try it would have been well again
   */
  public ReplayRequest wellAfter(Duration time) {
    return new ReplayRequest(sources, probes, pod, container, Optional.of(time), release);
  }

  /**
   * {@return this with what only the application's owner knows}
   *
   * @param time how long after the first failed try it would have been well again, such as {@code
   *     35s}
   * @throws IllegalArgumentException if it is no duration above 0
   */
  public ReplayRequest wellAfter(String time) {
    return DurationText.parse(time)
        .filter(duration -> !duration.isZero())
        .map(this::wellAfter)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "wellAfter \"" + time + "\" is no duration above 0, such as 90s or 1m30s."));
  }

  /**
   * {@return this as the kubelet of another release would have it}
   *
   * @param other the release
   */
  public ReplayRequest on(KubernetesVersion other) {
    return new ReplayRequest(sources, probes, pod, container, wellAfter, Optional.of(other));
  }
}
