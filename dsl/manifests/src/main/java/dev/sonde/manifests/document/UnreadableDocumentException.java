package dev.sonde.manifests.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A document of Sonde's own is wrong. The message has a line {@code file:line:column: …} a mistake.
 */
public abstract class UnreadableDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  /**
   * Tells what is wrong.
   *
   * @param file what to call the document
   * @param mistakes what is wrong, in the order of the file
   */
  protected UnreadableDocumentException(String file, List<Mistake> mistakes) {
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
