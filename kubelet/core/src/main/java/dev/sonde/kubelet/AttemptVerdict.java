package dev.sonde.kubelet;

/** How one attempt of a probe's handler went. */
public enum AttemptVerdict {
  /** The application is well. */
  SUCCESS("success"),
  /** As good as success, with a remark: a redirect that was not followed. */
  WARNING("warning"),
  /** The application is not well. */
  FAILURE("failure"),
  /** The attempt itself went wrong and says nothing about the application. */
  ERROR("error");

  private final String word;

  AttemptVerdict(String word) {
    this.word = word;
  }

  /** {@return the name used in reports, such as {@code success}} */
  public String word() {
    return word;
  }
}
