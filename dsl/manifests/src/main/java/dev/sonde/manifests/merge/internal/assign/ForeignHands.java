package dev.sonde.manifests.merge.internal.assign;

import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.MergeRules;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells whether a file is written by a program, or sealed, so that an edit would be lost or break
 * it.
 */
public final class ForeignHands {

  private static final Pattern GENERATED =
      Pattern.compile(
          "\\b(auto-?)?generated\\b.*\\b(by|from|with|code)\\b|\\bdo not (edit|modify|change)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SIGNATURE =
      Pattern.compile("(.*/signature|.*sigstore.*/(message|bundle))");

  private ForeignHands() {}

  /**
   * Refuses a container in a document that SOPS encrypted: it keeps a MAC over all values.
   *
   * @throws RefusedException if it is
   */
  public static void refuseEncrypted(MergeTarget target) {
    if (field(target.document().root(), "sops").flatMap(sops -> field(sops, "mac")).isPresent()) {
      throw target.refuse(
          MergeRules.ENCRYPTED,
          target.place(target.document().root()),
          "SOPS encrypted this file and keeps a MAC over its values; it refuses the file after an"
              + " edit by anybody else.",
          "Keep the probes in a file of their own that is not encrypted.");
    }
  }

  /** {@return the annotation that holds a document's signature} */
  public static Optional<String> signature(YamlDocument document) {
    return field(document.root(), "metadata")
        .flatMap(metadata -> field(metadata, "annotations"))
        .filter(MappingNode.class::isInstance)
        .flatMap(
            annotations ->
                ((MappingNode) annotations)
                    .entries().stream()
                        .filter(entry -> entry.key() instanceof ScalarNode)
                        .map(entry -> ((ScalarNode) entry.key()).text())
                        .filter(name -> SIGNATURE.matcher(name).matches())
                        .findFirst());
  }

  /** {@return the line above a text that says that a program writes it} */
  public static Optional<String> generatedBy(SourceText source) {
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.line(line).strip();
      if (!text.isEmpty() && !text.startsWith("#") && !text.equals("---")) {
        return Optional.empty();
      }
      if (GENERATED.matcher(text).find()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static Optional<YamlTreeNode> field(YamlTreeNode node, String name) {
    return node.resolved() instanceof MappingNode mapping ? mapping.get(name) : Optional.empty();
  }
}
