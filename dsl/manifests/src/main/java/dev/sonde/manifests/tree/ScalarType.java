package dev.sonde.manifests.tree;

/** What a scalar is to kubectl and the API server. */
public enum ScalarType {
  /** Nothing, {@code null} or {@code ~}. */
  NULL,
  /**
   * {@code true} and {@code false}; to kubectl also {@code yes}, {@code no}, {@code on}, {@code
   * off}.
   */
  BOOLEAN,
  /** A whole number. */
  INTEGER,
  /** A number with a fraction or an exponent. */
  FLOAT,
  /** Any other text. */
  STRING
}
