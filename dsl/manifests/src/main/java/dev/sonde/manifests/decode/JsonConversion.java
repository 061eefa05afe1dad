package dev.sonde.manifests.decode;

import dev.sonde.manifests.decode.DecodeProblem.Effect;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.DecodeRules;
import dev.sonde.rules.FindingWords;
import java.util.Optional;

/** Finds the YAML that has no form in JSON, through which every manifest goes. */
final class JsonConversion {

  private final YamlTreeNode root;

  private JsonConversion(YamlTreeNode root) {
    this.root = root;
  }

  /** {@return the first thing that cannot be converted; nothing else is reported then} */
  static Optional<DecodeProblem> check(YamlTreeNode root) {
    return new JsonConversion(root).of(root);
  }

  /** Aliases are not followed: what they stand for is written elsewhere in the document. */
  private Optional<DecodeProblem> of(YamlTreeNode node) {
    if (node instanceof MappingNode mapping) {
      return mapping(mapping);
    }
    if (node instanceof SequenceNode sequence) {
      for (YamlTreeNode item : sequence.items()) {
        Optional<DecodeProblem> problem = of(item);
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return node instanceof ScalarNode scalar ? scalar(scalar) : Optional.empty();
  }

  private Optional<DecodeProblem> mapping(MappingNode mapping) {
    for (MappingEntry entry : mapping.entries()) {
      Optional<DecodeProblem> problem = key(entry).or(() -> of(entry.value()));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<DecodeProblem> key(MappingEntry entry) {
    YamlTreeNode key = entry.key().resolved();
    if (!(key instanceof ScalarNode scalar)) {
      return problem(entry.key(), "a map or list is used as a key.", "Use a text as the key.");
    }
    if (JsonObject.isMerge(key) && !isMergeable(entry.value().resolved())) {
      return problem(
          entry.key(), "<< takes a map, or a list of maps.", "Refer to a map: <<: *name.");
    }
    if (scalar.type() == ScalarType.NULL) {
      return problem(entry.key(), "a key is empty or null.", "Write a name before the \":\".");
    }
    return scalar(scalar);
  }

  private static boolean isMergeable(YamlTreeNode source) {
    return source instanceof MappingNode
        || (source instanceof SequenceNode sequence
            && sequence.items().stream().allMatch(item -> item.resolved() instanceof MappingNode));
  }

  private Optional<DecodeProblem> scalar(ScalarNode scalar) {
    if (scalar.contradictsTag()) {
      return problem(
          scalar,
          FindingWords.quote(scalar.text()) + " is not what its tag says.",
          "Remove the tag, or write a value that fits it.");
    }
    return JsonScalars.isNotFinite(scalar)
        ? problem(
            scalar, scalar.text() + " is a number that JSON does not have.", "Write a number.")
        : Optional.empty();
  }

  private Optional<DecodeProblem> problem(YamlTreeNode at, String message, String remedy) {
    return Optional.of(
        new DecodeProblem(
            DecodeRules.WRONG_TYPE,
            FieldPlaces.at(root, at.start()),
            at,
            Effect.STOPS,
            message,
            remedy));
  }
}
