package dev.sonde.release;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A release of Kubernetes, as far as it decides what the API server takes and what the kubelet
 * does.
 *
 * @param major such as 1
 * @param minor such as 35
 */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {

  private static final int OLDEST_MINOR = 31;

  private static final int OLDEST_MAINTAINED_MINOR = 35;

  /** The newest release that is supported. */
  public static final KubernetesVersion DEFAULT = new KubernetesVersion(1, 37);

  /** Every release that is supported, the oldest first: 1.31 up to {@link #DEFAULT}. */
  public static final List<KubernetesVersion> ALL = from(OLDEST_MINOR);

  /** The releases that upstream still repairs, the oldest first. Manifests are judged for these. */
  public static final List<KubernetesVersion> MAINTAINED = from(OLDEST_MAINTAINED_MINOR);

  private static final Pattern WRITTEN = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(\\.\\d+)?");

  private static List<KubernetesVersion> from(int oldest) {
    return IntStream.rangeClosed(oldest, DEFAULT.minor)
        .mapToObj(minor -> new KubernetesVersion(1, minor))
        .toList();
  }

  /**
   * {@return a supported release as people write it: 1.31 up to {@link #DEFAULT}}
   *
   * @param text such as {@code 1.34}, {@code v1.34} or {@code 1.34.2}
   * @throws IllegalArgumentException if it is none
   */
  public static KubernetesVersion parseSupported(String text) {
    Matcher matcher = WRITTEN.matcher(text.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Kubernetes version \"" + text + "\" is not of the form 1.34. Write major.minor.");
    }
    KubernetesVersion version =
        new KubernetesVersion(
            Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    if (!ALL.contains(version)) {
      throw new IllegalArgumentException(
          "Kubernetes %s is not supported. Write 1.%d to %s."
              .formatted(version, OLDEST_MINOR, DEFAULT));
    }
    return version;
  }

  /** Tells whether this is 1.{@code minor1} or newer. */
  private boolean since(int minor1) {
    return major > 1 || (major == 1 && minor >= minor1);
  }

  /**
   * {@return whether an out-of-turn readiness try starts the period again} The kubelets of about
   * 1.33 and newer do.
   */
  public boolean extraTryRestartsTicker() {
    return since(33);
  }

  /**
   * {@return whether containers stay started and ready over a restart of the kubelet} Kubernetes
   * 1.35 and newer keep that state by default.
   */
  public boolean keepsStatusOverRestart() {
    return since(35);
  }

  /**
   * {@return whether a container that a probe restarts inherits {@code started} from the instance
   * before, until its startup probe's next tick} A mistake of 1.35 and 1.36, kubernetes issue
   * 141155; a later patch of these releases repairs it.
   */
  public boolean restartedInheritsStarted() {
    return since(35) && !since(37);
  }

  /**
   * {@return whether a pod is looked at again when a restart's wait is over} Kubernetes 1.35 and
   * newer, within half of the wait; older ones look every 10 to 15 s.
   */
  public boolean looksAgainWhenWaitIsOver() {
    return since(35);
  }

  /**
   * {@return whether probes speak the {@code protocol} of {@code httpGet} and the {@code mode} of
   * {@code grpc}} Kubernetes 1.37 and newer, where it is switched on; older kubelets do not look at
   * these fields.
   */
  public boolean hasProbeProtocols() {
    return since(37);
  }

  /**
   * {@return whether a started sidecar counts as such over a restart of the kubelet} Kubernetes
   * 1.36 and newer.
   */
  public boolean seedsSidecarStartup() {
    return since(36);
  }

  /**
   * {@return whether a lifecycle hook is ended when it has used up the grace period} Kubernetes
   * 1.36 and newer; before, the kubelet goes on as well, but the hook runs on.
   */
  public boolean endsLateHooks() {
    return since(36);
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
