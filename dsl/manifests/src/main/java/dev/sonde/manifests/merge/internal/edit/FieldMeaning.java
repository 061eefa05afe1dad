package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.target.PortNames;
import dev.sonde.manifests.splice.Values;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Timing;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNull;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether a field of a probe means what the code wants: a value that is not written is
 * Kubernetes' default, and a port's name is the number that the container gives it.
 *
 * @param ports the container's ports
 */
record FieldMeaning(PortNames ports) {

  private static final Map<String, YamlNode> DEFAULTS =
      Map.ofEntries(
          Map.entry("initialDelaySeconds", number(Timing.DEFAULT_INITIAL_DELAY_SECONDS)),
          Map.entry("timeoutSeconds", number(Timing.DEFAULT_TIMEOUT_SECONDS)),
          Map.entry("periodSeconds", number(Timing.DEFAULT_PERIOD_SECONDS)),
          Map.entry("successThreshold", number(Timing.DEFAULT_SUCCESS_THRESHOLD)),
          Map.entry("failureThreshold", number(Timing.DEFAULT_FAILURE_THRESHOLD)),
          Map.entry("path", new YamlText(HttpGet.DEFAULT_PATH)),
          Map.entry("scheme", new YamlText(HttpGet.DEFAULT_SCHEME)),
          Map.entry("host", new YamlText("")),
          Map.entry("service", new YamlText("")),
          Map.entry("httpHeaders", new YamlList(List.of())));

  private static YamlNode number(int value) {
    return new YamlNumber(value);
  }

  /**
   * Tells whether a field means the same as the wanted value.
   *
   * @param field such as {@code timeoutSeconds} or, of a handler, {@code path}
   * @param have what is written; nothing if the field is not there
   * @param want the wanted value
   */
  boolean same(String field, Optional<Node> have, YamlNode want) {
    if (have.isPresent() && have.get() instanceof ScalarNode scalar && isAmbiguous(scalar)) {
      return false;
    }
    YamlNode value = effective(field, have.map(Values::of).orElse(new YamlNull()));
    YamlNode wanted = effective(field, want);
    return field.equals("port") ? ports.same(value, wanted) : value.equals(wanted) && isExact(have);
  }

  /** A number that YAML 1.1 and 1.2 read differently is never what the code wants. */
  private static boolean isAmbiguous(ScalarNode scalar) {
    return scalar.dependsOnYamlVersion();
  }

  /** A fraction, such as {@code 1.0}, is text to {@link Values} but not to Kubernetes. */
  private static boolean isExact(Optional<Node> have) {
    return have.filter(FieldMeaning::holdsFloat).isEmpty();
  }

  private static boolean holdsFloat(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.items().stream().map(Node::resolved).anyMatch(FieldMeaning::holdsFloat);
    }
    if (node instanceof MappingNode mapping) {
      return mapping.entries().stream().anyMatch(e -> holdsFloat(e.value().resolved()));
    }
    return node instanceof ScalarNode scalar && scalar.type() == ScalarType.FLOAT;
  }

  private static YamlNode effective(String field, YamlNode value) {
    YamlNode otherwise = DEFAULTS.getOrDefault(field, value);
    boolean unset =
        value instanceof YamlNull
            || value.equals(new YamlText(""))
            || value.equals(new YamlNumber(0));
    return unset ? otherwise : value;
  }
}
