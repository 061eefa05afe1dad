package dev.sonde.manifests.tree;

/** Why a text, or one of its documents, is not usable YAML. */
public enum ProblemKind {
  /** The bytes are not text in UTF-8, or in UTF-16 with a byte order mark. */
  ENCODING("yaml-encoding"),
  /** YAML's grammar is broken. */
  SYNTAX("yaml-syntax"),
  /** A tab stands where only spaces may indent. */
  TAB("yaml-tab"),
  /** A template, such as a Helm chart's, that becomes YAML only when it is rendered. */
  TEMPLATE("yaml-template"),
  /** One key stands twice in a mapping. */
  DUPLICATE_KEY("yaml-duplicate-key"),
  /** An alias without an anchor before it, or inside its own anchor. */
  ALIAS("yaml-alias"),
  /** Nested deeper, or blown up by aliases further, than any manifest. */
  SIZE("yaml-size");

  private final String id;

  ProblemKind(String id) {
    this.id = id;
  }

  /** {@return the stable name in reports} */
  public String id() {
    return id;
  }
}
