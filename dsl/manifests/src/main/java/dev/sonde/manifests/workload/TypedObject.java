package dev.sonde.manifests.workload;

import dev.sonde.manifests.tree.SequenceNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object, and what it is.
 *
 * @param way to its fields
 * @param apiVersion its version; empty if it says none
 * @param kind its kind; empty if it says none
 */
record TypedObject(NodePath way, String apiVersion, String kind) {

  private static final String LIST = "List";

  static TypedObject of(NodePath way) {
    return new TypedObject(way, text(way, "apiVersion"), text(way, "kind"));
  }

  private static String text(NodePath way, String field) {
    return way.field(field).flatMap(value -> ContainerNode.text(value.node())).orElse("");
  }

  /** {@return the items of a list, and of the lists in it; of any other object, itself} */
  Stream<TypedObject> objects() {
    return items()
        .map(items -> items.items().stream().map(this::item).flatMap(TypedObject::objects))
        .orElseGet(() -> Stream.of(this));
  }

  private Optional<NodePath> items() {
    return kind.endsWith(LIST)
        ? way.field("items").filter(items -> items.node() instanceof SequenceNode)
        : Optional.empty();
  }

  /** An item of a PodList need not say that it is a pod; kubectl completes it. */
  private TypedObject item(NodePath item) {
    TypedObject said = of(item);
    return said.apiVersion.isEmpty() && said.kind.isEmpty()
        ? new TypedObject(item, apiVersion, kind.substring(0, kind.length() - LIST.length()))
        : said;
  }
}
