package dev.sonde.manifests.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a probe-set document strictly: what it does not know, and what Kubernetes would refuse, is
 * a mistake with its place. All mistakes of a document are reported together.
 */
public final class ProbeSetReader {

  private ProbeSetReader() {}

  /**
   * {@return the probes that a document holds}
   *
   * @param file what to call the document in messages
   * @param text the document
   * @throws UnreadableDocumentException if anything in it is wrong
   */
  public static ProbeSet read(String file, String text) {
    return read(file, text.getBytes(UTF_8));
  }

  /**
   * {@return the probes that a document holds}
   *
   * @param file what to call the document in messages
   * @param bytes the document, in UTF-8
   * @throws UnreadableDocumentException if anything in it is wrong
   */
  public static ProbeSet read(String file, byte[] bytes) {
    SondeDocument document = SondeDocument.of(file, bytes, ProbeSetDocument.KIND);
    ProbeSet probes = read(document, document.root());
    document.mistakes().throwIfAny();
    return probes;
  }

  /**
   * {@return the probes of several containers, each in a document of its own}
   *
   * @param file what to call the file in messages
   * @param bytes the documents, in UTF-8
   * @throws UnreadableDocumentException if anything in them is wrong
   */
  public static List<ProbeSet> readAll(String file, byte[] bytes) {
    return readAll(file, YamlStream.parse(bytes));
  }

  /**
   * {@return the probe sets in a file}
   *
   * @param file what to call it in messages
   * @param stream the documents
   * @throws UnreadableDocumentException if anything in them is wrong
   */
  public static List<ProbeSet> readAll(String file, YamlStream stream) {
    SondeDocument document = SondeDocument.of(file, stream, ProbeSetDocument.KIND);
    List<ProbeSet> all = document.roots().stream().map(root -> read(document, root)).toList();
    document.mistakes().throwIfAny();
    return all;
  }

  /**
   * {@return the same for a container that is not known yet: what some kinds of workloads fill in,
   * as Knative does with ports, may be missing}
   *
   * @param file what to call the file in messages
   * @param bytes the documents, in UTF-8
   * @throws UnreadableDocumentException if anything in them is wrong
   */
  public static List<ProbeSet> readAllForAnyKind(String file, byte[] bytes) {
    SondeDocument document = SondeDocument.of(file, bytes, ProbeSetDocument.KIND);
    List<ProbeSet> all = new ArrayList<>();
    for (MappingNode root : document.roots()) {
      ProbeSet probes = ProbeSetFields.read(JsonReader.of(root));
      judge(WorkloadKind.completedByAny(probes), document, root);
      all.add(probes);
    }
    document.mistakes().throwIfAny();
    return all;
  }

  private static ProbeSet read(SondeDocument document, MappingNode root) {
    ProbeSet probes = ProbeSetFields.read(JsonReader.of(root));
    judge(probes, document, root);
    return probes;
  }

  private static void judge(ProbeSet probes, SondeDocument document, MappingNode root) {
    ProbeSetFields.judge(probes).forEach(finding -> document.judge(root, finding));
  }

  /** Reads without judging: every value that the types can hold. */
  static ProbeSet decode(String file, String text) {
    SondeDocument document = SondeDocument.of(file, text.getBytes(UTF_8), ProbeSetDocument.KIND);
    return ProbeSetFields.read(JsonReader.of(document.root()));
  }

  /**
   * {@return the probes that are inside another document, written like a probe-set document} What
   * is wrong with them is noted there.
   *
   * @param document the document around them
   * @param object the probes
   */
  public static ProbeSet inside(SondeDocument document, MappingNode object) {
    document.decode(object, ProbeSetDocument.KIND);
    return read(document, object);
  }
}
