package dev.sonde.kubelet.internal.input;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import java.util.List;
import java.util.Optional;

/**
 * Which container of a file is meant.
 *
 * @param workload the workload, as {@code Deployment/orders} or {@code orders}; unset means the
 *     only one
 * @param container the container's name; unset means the only one
 * @param option how to choose, {@code %s} being what is chosen, as in {@code --%s NAME}
 */
public record ContainerChoice(
    Optional<String> workload, Optional<String> container, String option) {

  /**
   * {@return the only one of a file}
   *
   * @param file the file's name
   * @param what what it is, such as {@code container}
   * @param chosen those that fit
   * @param all the names of those that there are
   * @throws UnreadableDocumentException if there is none, or more than one
   */
  <T> T only(String file, String what, List<T> chosen, List<String> all) {
    if (chosen.size() == 1) {
      return chosen.get(0);
    }
    String names = all.isEmpty() ? "none" : String.join(", ", all);
    throw UnreadableDocumentException.of(
        file,
        chosen.isEmpty()
            ? InputRules.CHOICE_UNKNOWN.finding(
                FieldPath.ROOT,
                "no such " + what + "; available: " + names + ".",
                "Name one that is there.")
            : InputRules.CHOICE_UNCLEAR.finding(
                FieldPath.ROOT,
                "several could be meant: " + names + ".",
                "Choose the " + what + " by its name: " + option.formatted(what) + "."));
  }

  /** Tells whether a container of that name may be meant. */
  boolean fits(Optional<String> name) {
    return container.isEmpty() || container.equals(name);
  }
}
