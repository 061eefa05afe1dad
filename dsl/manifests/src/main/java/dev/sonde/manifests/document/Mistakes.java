package dev.sonde.manifests.document;

import static java.util.Comparator.comparing;

import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.output.YamlFindings;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what is wrong with a file, so that all of it is reported together. Not safe for use by
 * several threads.
 */
public final class Mistakes {

  private final String file;
  private final SourceText source;
  private final Optional<String> remedy;
  private final List<PlacedFinding> found = new ArrayList<>();

  /**
   * Begins with a file.
   *
   * @param file what to call it
   * @param source its text
   */
  public Mistakes(String file, SourceText source) {
    this(file, source, Optional.empty());
  }

  private Mistakes(String file, SourceText source, Optional<String> remedy) {
    this.file = file;
    this.source = source;
    this.remedy = remedy;
  }

  /** With one remedy for whatever is wrong. */
  Mistakes(String file, SourceText source, String remedy) {
    this(file, source, Optional.of(remedy));
  }

  /**
   * {@return the mistakes in a file, beginning with those of the YAML itself}
   *
   * @param file what to call it
   * @param stream its content
   */
  public static Mistakes in(String file, YamlStream stream) {
    Mistakes mistakes = new Mistakes(file, stream.source());
    stream.problems().forEach(problem -> mistakes.add(problem.offset(), YamlFindings.of(problem)));
    return mistakes;
  }

  /** {@return the file's text} */
  public SourceText source() {
    return source;
  }

  /**
   * Notes a mistake.
   *
   * @param offset where, in {@code char}s of the text
   * @param finding what is wrong
   */
  public void add(int offset, Finding finding) {
    Finding told = remedy.map(r -> finding.withWords(finding.message(), r)).orElse(finding);
    found.add(PlacedFinding.at(told, file, 1, source, offset));
  }

  /**
   * Takes over what is wrong with a file that this one names.
   *
   * @param other what is wrong there
   */
  public void addAll(UnreadableDocumentException other) {
    found.addAll(other.mistakes());
  }

  /** {@return whether nothing was found} */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Refuses the file, if something in it is wrong.
   *
   * @throws UnreadableDocumentException with all mistakes in the order of the file
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw exception();
    }
  }

  /** The exception for all that was found, and for one thing more. */
  UnreadableDocumentException with(int offset, Finding finding) {
    add(offset, finding);
    return exception();
  }

  private UnreadableDocumentException exception() {
    return new UnreadableDocumentException(
        found.stream()
            .sorted(
                comparing((PlacedFinding mistake) -> !mistake.file().equals(file))
                    .thenComparing(PlacedFinding::file)
                    .thenComparing(PlacedFinding::position))
            .toList());
  }
}
