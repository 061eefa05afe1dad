package dev.sonde.rules;

/** How bad a finding is. Only an error makes a build or a command fail. */
public enum Severity {
  /** Kubernetes refuses it, or it does harm in production. */
  ERROR("error"),
  /** It works, and is likely not what was meant. */
  WARNING("warning"),
  /** Good to know. */
  INFO("info");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** {@return the name used in reports, such as {@code warning}} */
  public String word() {
    return word;
  }
}
