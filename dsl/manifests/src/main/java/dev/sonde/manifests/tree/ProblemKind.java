package dev.sonde.manifests.tree;

/** Why a text, or one of its documents, is not usable YAML. */
public enum ProblemKind {
  /** The bytes are not text in UTF-8, or in UTF-16 with a byte order mark. */
  ENCODING,
  /** YAML's grammar is broken. */
  SYNTAX,
  /** A tab is where only spaces may indent. */
  TAB,
  /** A template, such as a Helm chart's, that becomes YAML only when it is rendered. */
  TEMPLATE,
  /** A mapping has one key twice. */
  DUPLICATE_KEY,
  /** An alias without an anchor before it, or inside its own anchor. */
  ALIAS,
  /** Nested deeper, or blown up by aliases further, than any manifest. */
  SIZE
}
