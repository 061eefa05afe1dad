package dev.sonde.manifests.document;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.ObjectKind;
import dev.sonde.manifests.decode.Places;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import java.util.List;

/**
 * Reads a probe-set document strictly: what it does not know, and what Kubernetes would refuse, is
 * a mistake with its place. All mistakes of a document are told at once.
 */
public final class ProbeSetReader {

  private static final SondeDocument.Form FORM =
      new SondeDocument.Form(
          new ObjectKind(ProbeSetDocument.API_VERSION, ProbeSetDocument.KIND),
          InputRules.PROBE_SET_SHAPE,
          "container and the probes",
          InputRules.PROBE_SET_VERSION);

  private ProbeSetReader() {}

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

  /**
   * {@return the probes of several containers, each in a document of its own}
   *
   * @param file what to call the file in messages
   * @param bytes the documents, in UTF-8
   * @throws UnreadableProbeSetException if anything in them is wrong
   */
  public static List<ProbeSet> readAll(String file, byte[] bytes) {
    SondeDocument document = document(file, YamlStream.parse(bytes));
    return document.roots().stream().map(root -> judged(document, root)).toList();
  }

  private static ProbeSet read(String file, YamlStream stream) {
    SondeDocument document = document(file, stream);
    return judged(document, document.root());
  }

  private static ProbeSet judged(SondeDocument document, MappingNode root) {
    ProbeSet probes = ProbeSetFields.read(JsonReader.of(root));
    // Only what could be read is judged, else a mistake would be told twice.
    for (Finding finding : ProbeSetFields.judge(probes)) {
      document.add(Places.of(root, finding.focus()).start(), finding);
    }
    document.throwMistakes();
    return probes;
  }

  /** Reads without judging: every value that the types can hold. */
  static ProbeSet decode(String file, String text) {
    SondeDocument document = document(file, YamlStream.parse(SourceText.of(text)));
    return ProbeSetFields.read(JsonReader.of(document.root()));
  }

  private static SondeDocument document(String file, YamlStream stream) {
    return new SondeDocument(
        stream, FORM, mistakes -> new UnreadableProbeSetException(file, mistakes));
  }
}
