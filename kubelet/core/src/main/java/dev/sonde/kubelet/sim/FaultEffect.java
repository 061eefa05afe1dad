package dev.sonde.kubelet.sim;

/** What a fault does to an application. */
public enum FaultEffect {
  /** Answers nothing until it is over, and then what was asked until then. */
  HANGS("hangs"),
  /** Refuses connections. */
  REFUSES("refuses"),
  /** Answers that it is not well. */
  FAILS("fails"),
  /** Attempts go wrong in a way that says nothing about the application. */
  ERRORS("errors"),
  /** Answers with a remark, which is as good as success. */
  WARNS("warns"),
  /** Answers that it is well. */
  SUCCEEDS("succeeds"),
  /** The process ends. */
  EXITS("exits");

  private final String word;

  FaultEffect(String word) {
    this.word = word;
  }

  /** {@return the name used in scenarios, such as {@code hangs}} */
  public String word() {
    return word;
  }
}
