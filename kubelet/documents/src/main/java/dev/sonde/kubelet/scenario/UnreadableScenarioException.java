package dev.sonde.kubelet.scenario;

import dev.sonde.manifests.document.Mistake;
import java.util.List;
import java.util.stream.Collectors;

/** A scenario is wrong. The message has a line {@code file:line:column: …} a mistake. */
public final class UnreadableScenarioException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  UnreadableScenarioException(String file, List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(mistake -> file + ":" + mistake.position() + ": " + mistake.text())
            .collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** {@return what is wrong, in the order of the file} */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
