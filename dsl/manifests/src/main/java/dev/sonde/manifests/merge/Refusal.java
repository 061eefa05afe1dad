package dev.sonde.manifests.merge;

import dev.sonde.manifests.tree.Problem;
import java.util.Optional;

/**
 * Why nothing is written.
 *
 * @param id the reason's stable name, such as {@code merge-container-missing}
 * @param place where; nothing if it is about all files together
 * @param message what is wrong, with the value seen
 * @param remedy what to do
 */
public record Refusal(String id, Optional<Place> place, String message, String remedy) {

  static Refusal of(String file, Problem problem) {
    return new Refusal(
        problem.kind().id(),
        Optional.of(new Place(file, problem.position())),
        problem.message(),
        problem.remedy());
  }

  /** {@return the sentence to print behind the place: {@code [id] message remedy}} */
  public String text() {
    return "[" + id + "] " + message + " " + remedy;
  }

  boolean isAboutSomethingMissing() {
    return id.endsWith("-missing");
  }

  /** {@return place and sentence} */
  @Override
  public String toString() {
    return place.map(at -> at + ": ").orElse("") + text();
  }
}
