package dev.sonde.manifests.document;

import java.util.List;
import java.util.stream.Collectors;

/** A probe-set document is wrong. The message has a line {@code file:line:column: …} a mistake. */
public final class UnreadableProbeSetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  UnreadableProbeSetException(String file, List<Mistake> mistakes) {
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
