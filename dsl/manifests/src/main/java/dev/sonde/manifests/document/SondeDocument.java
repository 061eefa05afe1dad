package dev.sonde.manifests.document;

import static java.util.Comparator.comparing;

import dev.sonde.manifests.decode.DecodeProblem;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.ObjectKind;
import dev.sonde.manifests.decode.Places;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.tree.Document;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Position;
import dev.sonde.manifests.tree.Problem;
import dev.sonde.manifests.tree.ProblemKind;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a document of Sonde's own strictly, and collects what is wrong with it, so that all of it
 * is told at once. Not safe for use by several threads.
 */
public final class SondeDocument {

  private static final StrictDecoder DECODER = StrictDecoder.create();

  private final YamlStream stream;
  private final Form form;
  private final Function<List<Mistake>, ? extends RuntimeException> refusal;
  private final List<Mistake> mistakes = new ArrayList<>();

  /**
   * What a document of some kind has to look like.
   *
   * @param kind its {@code apiVersion} and {@code kind}
   * @param shape broken where the file holds no document, several, or no map
   * @param content what to write instead, such as {@code container and the probes}
   * @param version broken where version or kind are others
   */
  public record Form(ObjectKind kind, Rule shape, String content, Rule version) {}

  /**
   * Begins with a document.
   *
   * @param stream the file's content
   * @param form what it has to look like
   * @param refusal makes the exception for what is wrong
   */
  public SondeDocument(
      YamlStream stream, Form form, Function<List<Mistake>, ? extends RuntimeException> refusal) {
    this.stream = stream;
    this.form = form;
    this.refusal = refusal;
  }

  /**
   * {@return the document's fields, none of them unknown or of a wrong type}
   *
   * @throws RuntimeException the refusal, if the document is not of that form
   */
  public MappingNode root() {
    List<MappingNode> roots = roots();
    if (roots.size() > 1) {
      throw shapeless();
    }
    return roots.get(0);
  }

  /**
   * {@return the fields of each document of the file, none of them unknown or of a wrong type}
   *
   * @throws RuntimeException the refusal, if a document is not of that form, or there is none
   */
  public List<MappingNode> roots() {
    stream.problems().stream()
        .filter(problem -> problem.kind() != ProblemKind.DUPLICATE_KEY)
        .forEach(problem -> mistakes.add(new Mistake(problem.position(), problem.text())));
    throwMistakes();
    List<MappingNode> roots = objects(stream.documents());
    for (MappingNode root : roots) {
      checkVersion(root);
      checkFields(root);
    }
    return roots;
  }

  /** {@return the document's text} */
  public SourceText source() {
    return stream.source();
  }

  /**
   * Notes what is wrong at a place.
   *
   * @param offset in the text
   * @param finding what is wrong
   */
  public void add(int offset, Finding finding) {
    mistakes.add(new Mistake(source().position(offset), finding.text()));
  }

  /**
   * Refuses the document, if something in it is wrong.
   *
   * @throws RuntimeException the refusal
   */
  public void throwMistakes() {
    if (!mistakes.isEmpty()) {
      throw exception();
    }
  }

  private List<MappingNode> objects(List<Document> documents) {
    List<MappingNode> objects = new ArrayList<>();
    for (Document document : documents) {
      if (document.root() instanceof MappingNode root) {
        objects.add(root);
      } else if (!isEmpty(document)) {
        throw shapeless();
      }
    }
    if (objects.isEmpty()) {
      throw shapeless();
    }
    return objects;
  }

  /** As behind a last line of dashes. */
  private static boolean isEmpty(Document document) {
    return document.root() instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL;
  }

  private RuntimeException shapeless() {
    add(
        0,
        form.shape()
            .finding(
                FieldPath.ROOT,
                "the file holds " + stream.documents().size() + " documents, or no map of fields.",
                "Write one document with apiVersion, kind, " + form.content() + "."));
    return exception();
  }

  /** Without the right version the rest may mean anything. */
  private void checkVersion(MappingNode root) {
    JsonReader fields = JsonReader.of(root);
    Optional<String> version = fields.text("apiVersion");
    Optional<String> kind = fields.text("kind");
    if (version.filter(form.kind().apiVersion()::equals).isPresent()
        && kind.filter(form.kind().kind()::equals).isPresent()) {
      return;
    }
    FieldPath path = FieldPath.of("apiVersion");
    add(
        Places.of(root, path).start(),
        form.version()
            .finding(
                path,
                "apiVersion %s with kind %s is not known here."
                    .formatted(Words.quote(version.orElse("")), Words.quote(kind.orElse(""))),
                "Write apiVersion: %s and kind: %s, or use a newer Sonde."
                    .formatted(form.kind().apiVersion(), form.kind().kind())));
    throwMistakes();
  }

  private void checkFields(MappingNode root) {
    List<Problem> duplicates =
        stream.problems().stream()
            .filter(problem -> root.start() <= problem.offset() && problem.offset() < root.end())
            .toList();
    for (DecodeProblem problem : DECODER.decode(root, form.kind(), source(), duplicates).all()) {
      add(problem.at().start(), problem.finding());
    }
    throwMistakes();
  }

  private RuntimeException exception() {
    return refusal.apply(
        mistakes.stream()
            .sorted(comparing((Mistake mistake) -> mistake.position(), Position::compareTo))
            .toList());
  }
}
