package dev.sonde.kubelet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Kubernetes, as far as it decides what the kubelet does.
 *
 * @param major such as 1
 * @param minor such as 35
 */
public record KubernetesVersion(int major, int minor) {

  /** The newest release whose kubelet was read for this module. */
  public static final KubernetesVersion DEFAULT = new KubernetesVersion(1, 35);

  private static final Pattern WRITTEN = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(\\.\\d+)?");

  /**
   * {@return a version as people write it}
   *
   * @param text such as {@code 1.34}, {@code v1.34} or {@code 1.34.2}
   * @throws IllegalArgumentException if it is not of that form
   */
  public static KubernetesVersion parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Kubernetes version \"" + text + "\" is not of the form 1.34. Write major.minor.");
    }
    return new KubernetesVersion(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Tells whether this is 1.{@code minor1} or newer. */
  private boolean since(int minor1) {
    return major > 1 || (major == 1 && minor >= minor1);
  }

  /**
   * {@return whether an out-of-turn readiness try starts the period anew} The kubelets of about
   * 1.33 and newer do.
   */
  public boolean extraTryRestartsTicker() {
    return since(33);
  }

  /**
   * {@return whether containers stay started and ready over a restart of the kubelet} Kubernetes
   * 1.35 and newer keep that state, unless told otherwise.
   */
  public boolean keepsStatusOverRestart() {
    return since(35);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
