package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.PortNames;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.ActionField;
import dev.sonde.model.ActionType;
import dev.sonde.model.ProbeField;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNull;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells whether a field of a probe means what the code wants: a value that is not written is
 * Kubernetes' default, and a port's name is the number that the container gives it.
 *
 * @param ports the container's ports
 * @param unsetPort the port that a probe asks where none is written, if there is one
 */
record FieldMeaning(PortNames ports, OptionalInt unsetPort) {

  private static final Map<String, YamlNode> DEFAULTS = defaults();

  private static Map<String, YamlNode> defaults() {
    Map<String, YamlNode> defaults = new HashMap<>();
    for (ProbeField field : ProbeField.values()) {
      field
          .defaultValue()
          .ifPresent(number -> defaults.put(field.fieldName(), new YamlNumber(number)));
    }
    for (ActionType action : ActionType.values()) {
      for (ActionField field : action.fields()) {
        field.unset().ifPresent(value -> defaults.put(field.name(), value));
      }
    }
    return Map.copyOf(defaults);
  }

  /**
   * Tells whether a field means the same as the wanted value.
   *
   * @param field such as {@code timeoutSeconds} or, of a handler, {@code path}
   * @param have what is written; nothing if the field is not there
   * @param want the wanted value
   */
  boolean same(String field, Optional<YamlTreeNode> have, YamlNode want) {
    if (have.isPresent() && have.get() instanceof ScalarNode scalar && isAmbiguous(scalar)) {
      return false;
    }
    YamlNode value = effective(field, have.map(NodeValues::of).orElse(new YamlNull()));
    YamlNode wanted = effective(field, want);
    return field.equals("port") ? ports.same(value, wanted) : value.equals(wanted) && isExact(have);
  }

  /** A number that YAML 1.1 and 1.2 read differently is never what the code wants. */
  private static boolean isAmbiguous(ScalarNode scalar) {
    return scalar.dependsOnYamlVersion();
  }

  /** A fraction, such as {@code 1.0}, is text to {@link NodeValues} but not to Kubernetes. */
  private static boolean isExact(Optional<YamlTreeNode> have) {
    return have.filter(FieldMeaning::holdsFloat).isEmpty();
  }

  private static boolean holdsFloat(YamlTreeNode node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.items().stream()
          .map(YamlTreeNode::resolved)
          .anyMatch(FieldMeaning::holdsFloat);
    }
    if (node instanceof MappingNode mapping) {
      return mapping.entries().stream().anyMatch(e -> holdsFloat(e.value().resolved()));
    }
    return node instanceof ScalarNode scalar && scalar.type() == ScalarType.FLOAT;
  }

  private YamlNode effective(String field, YamlNode value) {
    YamlNode otherwise =
        field.equals("port") && unsetPort.isPresent()
            ? new YamlNumber(unsetPort.getAsInt())
            : DEFAULTS.getOrDefault(field, value);
    boolean unset =
        value instanceof YamlNull
            || value.equals(new YamlText(""))
            || value.equals(new YamlNumber(0));
    return unset ? otherwise : value;
  }
}
