package dev.sonde.kubelet.internal.report.model;

/**
 * A try of a probe.
 *
 * @param kind how it ended
 * @param at when it ended, in nanoseconds
 * @param decisive it was the one that made the kubelet act
 */
public record TryMark(Kind kind, long at, boolean decisive) {

  /** How a try ends. */
  public enum Kind {
    /** The application was well. */
    SUCCESS("success"),
    /** As good as success, with a remark. */
    WARNING("warning"),
    /** The application was not well. */
    FAILURE("failure"),
    /** The try itself went wrong and counts as nothing. */
    ERROR("error");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** {@return the name used in reports, such as {@code success}} */
    public String word() {
      return word;
    }
  }
}
