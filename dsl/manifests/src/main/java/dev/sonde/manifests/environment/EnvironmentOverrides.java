package dev.sonde.manifests.environment;

import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.decode.JsonField;
import dev.sonde.manifests.decode.JsonObject;
import dev.sonde.manifests.document.Mistakes;
import dev.sonde.manifests.document.SondeDocument;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.EnvironmentRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.SimilarName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that says what differs between environments, read strictly: what it does not know is a
 * mistake with its place. Immutable and safe for use by several threads.
 */
public final class EnvironmentOverrides {

  /** The {@code kind} of the document. */
  public static final String KIND = "Overrides";

  private static final FieldPath ENVIRONMENTS = FieldPath.of("environments");

  private final String file;
  private final SourceText source;
  private final MappingNode root;
  private final Map<String, List<ContainerOverride>> environments;

  private EnvironmentOverrides(String file, SourceText source, MappingNode root) {
    this.file = file;
    this.source = source;
    this.root = root;
    this.environments = environments(root);
  }

  /**
   * {@return what a file says}
   *
   * @param file what to call the file in messages
   * @param bytes its content, in UTF-8
   * @throws UnreadableDocumentException if anything in it is wrong
   */
  public static EnvironmentOverrides read(String file, byte[] bytes) {
    SondeDocument document = SondeDocument.of(file, bytes, KIND);
    MappingNode root = document.root();
    document.mistakes().throwIfAny();
    return new EnvironmentOverrides(file, document.mistakes().source(), root);
  }

  /**
   * {@return probes as they are to be in an environment} The other environments are judged as well,
   * so that a mistake shows before it is deployed.
   *
   * @param environment the environment's name
   * @param declared the probes that the code declares
   * @throws UnreadableDocumentException if there is no such environment, or if any environment fits
   *     the declared probes badly, or makes of them what Kubernetes would refuse
   */
  public EffectiveProbes apply(String environment, List<ProbeSet> declared) {
    Mistakes mistakes = new Mistakes(file, source);
    refuseUnknown(environment, mistakes);
    EffectiveProbes wanted = EffectiveProbes.declared(declared);
    for (Map.Entry<String, List<ContainerOverride>> entry : environments.entrySet()) {
      EffectiveProbes effective =
          new OverrideApplication(file, mistakes, declared).apply(entry.getValue());
      wanted = entry.getKey().equals(environment) ? effective : wanted;
    }
    mistakes.throwIfAny();
    return wanted;
  }

  private void refuseUnknown(String environment, Mistakes mistakes) {
    if (environments.containsKey(environment)) {
      return;
    }
    String known = environments.isEmpty() ? "none" : String.join(", ", environments.keySet());
    mistakes.add(
        FieldPlaces.of(root, ENVIRONMENTS).start(),
        EnvironmentRules.UNKNOWN.finding(
            ENVIRONMENTS,
            "there is no environment "
                + FindingWords.quote(environment)
                + "; available: "
                + known
                + ".",
            SimilarName.to(environment, environments.keySet())
                .map(similar -> "Did you mean \"" + similar + "\"?")
                .orElse("Correct the name, or add the environment.")));
    mistakes.throwIfAny();
  }

  private static Map<String, List<ContainerOverride>> environments(MappingNode root) {
    Map<String, List<ContainerOverride>> environments = new LinkedHashMap<>();
    Optional<YamlTreeNode> written = JsonObject.of(root).get("environments");
    if (written.isPresent() && written.get() instanceof MappingNode mapping) {
      for (JsonField field : JsonObject.of(mapping).fields()) {
        environments.put(field.name(), overrides(field.name(), field.value()));
      }
    }
    return environments;
  }

  private static List<ContainerOverride> overrides(String environment, YamlTreeNode list) {
    return list instanceof SequenceNode sequence
        ? sequence.items().stream()
            .map(YamlTreeNode::resolved)
            .filter(MappingNode.class::isInstance)
            .map(node -> ContainerOverride.of(environment, (MappingNode) node))
            .toList()
        : List.of();
  }
}
