package dev.sonde.model;

import dev.sonde.yaml.YamlMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads and writes what probes and hooks have in common, under Kubernetes' names. */
final class ProbeFields {

  private static final String PORT = "port";

  private ProbeFields() {}

  /** Those of the actions that an object has in the fields named after them. */
  static <A extends ContainerAction> List<A> actions(
      FieldSource source, List<ActionType> types, Class<A> kind) {
    List<A> actions = new ArrayList<>();
    for (ActionType type : types) {
      Optional<? extends FieldSource> written = source.object(type.fieldName());
      if (written.isPresent()) {
        actions.add(kind.cast(type.read(written.get())));
      }
    }
    return actions;
  }

  /**
   * Puts actions into the API server's order.
   *
   * @throws IllegalArgumentException if two are of the same type
   */
  static <A extends ContainerAction> List<A> inOrder(String owner, List<A> actions) {
    Map<ActionType, A> sorted = new EnumMap<>(ActionType.class);
    for (A action : actions) {
      if (sorted.put(action.type(), action) != null) {
        throw new IllegalArgumentException(owner + " has each handler at most once: " + actions);
      }
    }
    return List.copyOf(sorted.values());
  }

  static YamlMap of(List<? extends ContainerAction> actions) {
    YamlMap.Builder fields = YamlMap.builder();
    for (ContainerAction action : actions) {
      fields.put(action.fieldName(), action.toFields());
    }
    return fields.build();
  }

  static Port port(FieldSource action) {
    return action.text(PORT).map(Port::named).orElseGet(() -> Port.of(portNumber(action)));
  }

  /** The number of a port; 0 where none of 32 bits is written. */
  static int portNumber(FieldSource action) {
    OptionalLong number = action.int64(PORT);
    return number.isPresent() && number.getAsLong() == (int) number.getAsLong()
        ? (int) number.getAsLong()
        : 0;
  }
}
