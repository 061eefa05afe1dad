package dev.sonde.manifests.document;

import static java.util.Comparator.comparingInt;

import dev.sonde.manifests.decode.DecodeProblem;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.ObjectKind;
import dev.sonde.manifests.decode.Places;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.tree.Document;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.Problem;
import dev.sonde.manifests.tree.ProblemKind;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a probe-set document strictly: what it does not know, and what Kubernetes would refuse, is
 * a mistake with its place. All mistakes of a document are told at once.
 */
public final class ProbeSetReader {

  private static final ObjectKind KIND =
      new ObjectKind(ProbeSetDocument.API_VERSION, ProbeSetDocument.KIND);

  private static final StrictDecoder DECODER = StrictDecoder.create();

  private final String file;
  private final SourceText source;
  private final List<Mistake> mistakes = new ArrayList<>();

  private ProbeSetReader(String file, SourceText source) {
    this.file = file;
    this.source = source;
  }

  /**
   * {@return the probes that a document holds}
   *
   * @param file what to call the document in messages
   * @param text the document
   * @throws UnreadableProbeSetException if anything in it is wrong
   */
  public static ProbeSet read(String file, String text) {
    return read(file, YamlStream.parse(SourceText.of(text)));
  }

  /**
   * {@return the probes that a document holds}
   *
   * @param file what to call the document in messages
   * @param bytes the document, in UTF-8
   * @throws UnreadableProbeSetException if anything in it is wrong
   */
  public static ProbeSet read(String file, byte[] bytes) {
    return read(file, YamlStream.parse(bytes));
  }

  private static ProbeSet read(String file, YamlStream stream) {
    ProbeSetReader reader = new ProbeSetReader(file, stream.source());
    MappingNode root = reader.decodable(stream);
    ProbeSet probes = ProbeSetFields.read(JsonReader.of(root));
    // Only what could be read is judged, else a mistake would be told twice.
    reader.judge(probes, root);
    return probes;
  }

  /** Reads without judging: every value that the types can hold. */
  static ProbeSet decode(String file, String text) {
    YamlStream stream = YamlStream.parse(SourceText.of(text));
    ProbeSetReader reader = new ProbeSetReader(file, stream.source());
    return ProbeSetFields.read(JsonReader.of(reader.decodable(stream)));
  }

  private MappingNode decodable(YamlStream stream) {
    stream.problems().stream()
        .filter(problem -> problem.kind() != ProblemKind.DUPLICATE_KEY)
        .forEach(problem -> mistakes.add(new Mistake(problem.position(), problem.text())));
    throwMistakes();
    MappingNode root = onlyObject(stream.documents());
    checkVersion(root);
    checkFields(root, stream.problems());
    return root;
  }

  private MappingNode onlyObject(List<Document> documents) {
    if (documents.size() == 1 && documents.get(0).root() instanceof MappingNode root) {
      return root;
    }
    add(
        0,
        InputRules.PROBE_SET_SHAPE.finding(
            FieldPath.ROOT,
            "the file holds " + documents.size() + " documents, or no map of fields.",
            "Write one document with apiVersion, kind, container and the probes."));
    throw exception();
  }

  /** Without the right version the rest may mean anything. */
  private void checkVersion(MappingNode root) {
    JsonReader fields = JsonReader.of(root);
    Optional<String> version = fields.text("apiVersion");
    Optional<String> kind = fields.text("kind");
    if (version.filter(KIND.apiVersion()::equals).isPresent()
        && kind.filter(KIND.kind()::equals).isPresent()) {
      return;
    }
    FieldPath path = FieldPath.of("apiVersion");
    add(
        Places.of(root, path).start(),
        InputRules.PROBE_SET_VERSION.finding(
            path,
            "apiVersion %s with kind %s is not known here."
                .formatted(Words.quote(version.orElse("")), Words.quote(kind.orElse(""))),
            "Write apiVersion: %s and kind: %s, or use a newer Sonde."
                .formatted(KIND.apiVersion(), KIND.kind())));
    throwMistakes();
  }

  private void checkFields(MappingNode root, List<Problem> duplicates) {
    for (DecodeProblem problem : DECODER.decode(root, KIND, source, duplicates).all()) {
      add(problem.at().start(), problem.finding());
    }
    throwMistakes();
  }

  private void judge(ProbeSet probes, Node root) {
    for (Finding finding : ProbeSetFields.judge(probes)) {
      add(Places.of(root, finding.focus()).start(), finding);
    }
    throwMistakes();
  }

  private void add(int offset, Finding finding) {
    mistakes.add(new Mistake(source.position(offset), finding.text()));
  }

  private void throwMistakes() {
    if (!mistakes.isEmpty()) {
      throw exception();
    }
  }

  private UnreadableProbeSetException exception() {
    return new UnreadableProbeSetException(
        file,
        mistakes.stream()
            .sorted(
                comparingInt((Mistake mistake) -> mistake.position().line())
                    .thenComparingInt(mistake -> mistake.position().column()))
            .toList());
  }
}
