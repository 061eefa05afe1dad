package dev.sonde.manifests.decode;

/**
 * What sort of object a document describes.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 */
public record ObjectKind(String apiVersion, String kind) {

  /** {@return both, as in {@code apps/v1 Deployment}} */
  @Override
  public String toString() {
    return apiVersion + " " + kind;
  }
}
