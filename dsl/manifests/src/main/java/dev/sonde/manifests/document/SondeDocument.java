package dev.sonde.manifests.document;

import dev.sonde.manifests.decode.DecodeProblem;
import dev.sonde.manifests.decode.DecodeVerdict;
import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.ObjectKind;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.output.YamlFindings;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ProblemKind;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlProblem;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.InputRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a document of Sonde's own strictly: what it does not know, and values of a wrong type, are
 * mistakes with their places. Not safe for use by several threads.
 */
public final class SondeDocument {

  /** The {@code apiVersion} of all documents of Sonde's own. */
  public static final String API_VERSION = ProbeSetDocument.API_VERSION;

  private static final StrictDecoder DECODER = StrictDecoder.create();

  private final YamlStream stream;
  private final String kind;
  private final Mistakes mistakes;
  private final List<Unread> unread = new ArrayList<>();

  /** Something in a document that could not be read. */
  private record Unread(MappingNode root, FieldPath path) {}

  private SondeDocument(YamlStream stream, String kind, Mistakes mistakes) {
    this.stream = stream;
    this.kind = kind;
    this.mistakes = mistakes;
  }

  /**
   * {@return a document that people write}
   *
   * @param file what to call it in messages
   * @param bytes the file's content
   * @param kind its {@code kind}
   */
  public static SondeDocument of(String file, byte[] bytes, String kind) {
    return of(file, YamlStream.parse(bytes), kind);
  }

  /**
   * {@return a document that people write}
   *
   * @param file what to call it in messages
   * @param stream the file's content
   * @param kind its {@code kind}
   */
  public static SondeDocument of(String file, YamlStream stream, String kind) {
    return new SondeDocument(stream, kind, new Mistakes(file, stream.source()));
  }

  /**
   * {@return a document that Sonde writes}
   *
   * @param file what to call it in messages
   * @param bytes the file's content
   * @param kind its {@code kind}
   * @param remedy what to do, whatever is wrong with it: nobody mends it by hand
   */
  public static SondeDocument generated(String file, byte[] bytes, String kind, String remedy) {
    YamlStream stream = YamlStream.parse(bytes);
    return new SondeDocument(stream, kind, new Mistakes(file, stream.source(), remedy));
  }

  /** {@return what is wrong with it, as far as it was read} */
  public Mistakes mistakes() {
    return mistakes;
  }

  /**
   * {@return the document's fields} Those that are unknown or of a wrong type are noted.
   *
   * @throws UnreadableDocumentException if it is not of that form
   */
  public MappingNode root() {
    List<MappingNode> roots = roots();
    if (roots.size() > 1) {
      throw shapeless();
    }
    return roots.get(0);
  }

  /**
   * {@return the fields of each document of the file} Those that are unknown or of a wrong type are
   * noted.
   *
   * @throws UnreadableDocumentException if a document is not of that form, or there is none
   */
  public List<MappingNode> roots() {
    stream.problems().stream()
        .filter(problem -> problem.kind() != ProblemKind.DUPLICATE_KEY)
        .forEach(this::add);
    mistakes.throwIfAny();
    List<MappingNode> roots = objects(stream.documents());
    roots.forEach(root -> checkVersion(root, kind));
    mistakes.throwIfAny();
    if (hasTypes()) {
      roots.forEach(root -> decodeFields(root, kind));
    } else {
      duplicates().forEach(this::add);
    }
    return roots;
  }

  /**
   * Notes which fields of an object are unknown or of a wrong type.
   *
   * @param object the document, or an object in it that is written like one
   * @param like the kind of document that has its fields
   */
  public void decode(MappingNode object, String like) {
    List<String> names = JsonReader.of(object).names();
    if (names.contains("apiVersion") || names.contains("kind")) {
      checkVersion(object, like);
    }
    decodeFields(object, like);
  }

  private void decodeFields(MappingNode object, String like) {
    note(
        object,
        DECODER.decode(object, new ObjectKind(API_VERSION, like), mistakes.source(), untold()));
  }

  /**
   * Notes which fields of a pod template are unknown or of a wrong type.
   *
   * @param object the object that the template is in
   * @param field the template's field
   * @param release the release whose fields there may be
   */
  public void decodePodTemplate(MappingNode object, String field, KubernetesVersion release) {
    note(
        object,
        DECODER
            .of(release)
            .decodePodTemplate(object, FieldPath.of(field), mistakes.source(), untold()));
  }

  private void note(MappingNode object, DecodeVerdict verdict) {
    for (DecodeProblem problem : verdict.all()) {
      mistakes.add(problem.at().start(), problem.finding());
      unread.add(new Unread(object, problem.path()));
    }
  }

  /**
   * Notes what the rules say of an object that was {@linkplain #decode decoded}, unless something
   * beside it could not be read: then that might be all that is wrong.
   *
   * @param object the object
   * @param finding what is wrong with it
   */
  public void judge(MappingNode object, Finding finding) {
    List<FieldPath.Segment> focus = finding.focus().segments();
    FieldPath around = new FieldPath(focus.subList(0, Math.max(1, focus.size() - 1)));
    boolean clear =
        unread.stream()
            .filter(other -> other.root() == object)
            .map(Unread::path)
            .noneMatch(path -> path.startsWith(around) || around.startsWith(path));
    if (clear) {
      mistakes.add(FieldPlaces.of(object, finding.focus()).start(), finding);
    }
  }

  /**
   * A document whose reader itself knows its fields has none; its duplicates are reported together.
   */
  private boolean hasTypes() {
    return DECODER.knows(new ObjectKind(API_VERSION, kind));
  }

  private List<YamlProblem> untold() {
    return hasTypes() ? duplicates() : List.of();
  }

  private List<YamlProblem> duplicates() {
    return stream.problems().stream()
        .filter(problem -> problem.kind() == ProblemKind.DUPLICATE_KEY)
        .toList();
  }

  private void add(YamlProblem problem) {
    mistakes.add(problem.offset(), YamlFindings.of(problem));
  }

  private List<MappingNode> objects(List<YamlDocument> documents) {
    List<MappingNode> objects = new ArrayList<>();
    for (YamlDocument document : documents) {
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
  private static boolean isEmpty(YamlDocument document) {
    return document.root() instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL;
  }

  private UnreadableDocumentException shapeless() {
    Finding finding =
        InputRules.DOCUMENT_SHAPE.finding(
            FieldPath.ROOT,
            "the file holds " + stream.documents().size() + " documents, or no map of fields.",
            "Write one document with " + head(kind) + ".");
    return mistakes.with(0, finding);
  }

  private static String head(String kind) {
    return "apiVersion: " + API_VERSION + " and kind: " + kind;
  }

  /** Without the right version the rest may mean anything. */
  private void checkVersion(MappingNode root, String wanted) {
    JsonReader fields = JsonReader.of(root);
    Optional<String> version = fields.text("apiVersion");
    Optional<String> found = fields.text("kind");
    if (!version.equals(Optional.of(API_VERSION)) || !found.equals(Optional.of(wanted))) {
      FieldPath path = FieldPath.of("apiVersion");
      mistakes.add(
          FieldPlaces.of(root, path).start(),
          InputRules.DOCUMENT_VERSION.finding(
              path,
              "apiVersion %s with kind %s is not known here."
                  .formatted(
                      FindingWords.quote(version.orElse("")), FindingWords.quote(found.orElse(""))),
              "Write " + head(wanted) + ", or use a newer Sonde."));
    }
  }
}
