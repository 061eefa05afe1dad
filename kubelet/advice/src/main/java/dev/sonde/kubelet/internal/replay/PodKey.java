package dev.sonde.kubelet.internal.replay;

import java.util.Comparator;

/**
 * Which pod.
 *
 * @param namespace its namespace, {@code default} where nothing says so
 * @param name its name
 * @param uid tells it from earlier pods of the same name; empty where nothing says so
 */
record PodKey(String namespace, String name, String uid) implements Comparable<PodKey> {

  private static final Comparator<PodKey> ORDER =
      Comparator.comparing(PodKey::namespace)
          .thenComparing(PodKey::name)
          .thenComparing(PodKey::uid);

  /** Of a reference, or of an object's {@code metadata}. */
  static PodKey of(RecordedObject reference) {
    return new PodKey(
        reference.text("namespace").orElse("default"),
        reference.text("name").orElse("unnamed"),
        reference.text("uid").orElse(""));
  }

  /** Tells whether both may be the same pod. */
  boolean fits(PodKey other) {
    return namespace.equals(other.namespace)
        && name.equals(other.name)
        && (uid.isEmpty() || other.uid.isEmpty() || uid.equals(other.uid));
  }

  String text() {
    return namespace + "/" + name;
  }

  @Override
  public int compareTo(PodKey other) {
    return ORDER.compare(this, other);
  }
}
