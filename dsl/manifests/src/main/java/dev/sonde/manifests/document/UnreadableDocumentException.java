package dev.sonde.manifests.document;

import static java.util.stream.Collectors.joining;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.Finding;
import java.util.List;

/**
 * A file does not say what it is read for: a document of Sonde's own is wrong, or what was asked
 * for is not in it. The message has a line {@code file:line:column: [rule] …} for each mistake.
 */
public final class UnreadableDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<PlacedFinding> mistakes;

  /**
   * @param mistakes what is wrong, in the order of the file; at least one
   */
  public UnreadableDocumentException(List<PlacedFinding> mistakes) {
    super(mistakes.stream().map(PlacedFinding::toString).collect(joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  /**
   * {@return what is wrong with a file as a whole}
   *
   * @param file the file's name
   * @param mistake what is wrong
   */
  public static UnreadableDocumentException of(String file, Finding mistake) {
    return new UnreadableDocumentException(List.of(ManifestPlace.of(file).finding(mistake)));
  }

  /** {@return what is wrong, in the order of the file} */
  public List<PlacedFinding> mistakes() {
    return mistakes;
  }
}
