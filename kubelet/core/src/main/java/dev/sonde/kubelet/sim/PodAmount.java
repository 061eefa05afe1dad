package dev.sonde.kubelet.sim;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many pods, or so many of a hundred.
 *
 * @param value at least 0
 * @param percent it counts in hundredths of the replicas
 */
public record PodAmount(int value, boolean percent) {

  /** Kubernetes' own {@code maxSurge} and {@code maxUnavailable}. */
  public static final PodAmount DEFAULT = new PodAmount(25, true);

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(%?)");

  /**
   * {@return an amount as Kubernetes writes it}
   *
   * @param text such as {@code 2} or {@code 25%}
   * @throws IllegalArgumentException if it is not of that form
   */
  public static PodAmount parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not of the form 2 or 25%.");
    }
    return new PodAmount(Integer.parseInt(matcher.group(1)), !matcher.group(2).isEmpty());
  }

  int roundedUp(int replicas) {
    return percent ? (int) (((long) value * replicas + 99) / 100) : value;
  }

  int roundedDown(int replicas) {
    return percent ? (int) ((long) value * replicas / 100) : value;
  }
}
