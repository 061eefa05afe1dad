package dev.sonde.kubelet.internal.report.model;

/** Where a field of a probe comes from. */
public enum ReportedOrigin {
  /** An annotation in the code set it. */
  ANNOTATION("annotation", "set by an annotation in the code"),
  /** An override for an environment set it. */
  OVERRIDE("override", "set by an override for an environment"),
  /** A probe-set document that a person wrote set it. */
  DOCUMENT("document", "set in a probe-set document"),
  /** A manifest set it. */
  MANIFEST("manifest", "set in the manifest"),
  /** Nobody set it: Kubernetes fills it in. */
  DEFAULT("default", "filled in by Kubernetes");

  private final String word;
  private final String meaning;

  ReportedOrigin(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** {@return the name used in reports, such as {@code annotation}} */
  public String word() {
    return word;
  }

  /** {@return what it means, in a few words} */
  public String meaning() {
    return meaning;
  }
}
