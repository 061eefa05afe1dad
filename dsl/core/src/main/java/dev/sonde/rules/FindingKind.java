package dev.sonde.rules;

/** Who says so. */
public enum FindingKind {
  /** The API server: validation refuses the object. */
  API("api"),
  /** The API server: the document cannot be decoded into the object, so it is not validated. */
  DECODE("decode"),
  /** Experience: Kubernetes accepts it. */
  LINT("lint"),
  /** The code: it declares something else than the manifest says. */
  DRIFT("drift"),
  /** Sonde itself: it cannot work with what it was given. */
  INPUT("input"),
  /** The Java language: declarations that cannot become probes and endpoints. */
  JAVA("java");

  private final String word;

  FindingKind(String word) {
    this.word = word;
  }

  /** {@return the name used in reports, such as {@code lint}} */
  public String word() {
    return word;
  }
}
