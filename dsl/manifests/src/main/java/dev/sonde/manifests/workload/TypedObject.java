package dev.sonde.manifests.workload;

import dev.sonde.manifests.tree.SequenceNode;
import java.util.Optional;
import java.util.Set;
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

  /** OpenShift's; it was in version {@code v1} once. */
  private static final String TEMPLATE = "Template";

  private static final Set<String> TEMPLATE_VERSIONS = Set.of("template.openshift.io/v1", "v1");

  static TypedObject of(NodePath way) {
    return new TypedObject(way, text(way, "apiVersion"), text(way, "kind"));
  }

  private static String text(NodePath way, String field) {
    return way.field(field).flatMap(value -> ContainerNode.text(value.node())).orElse("");
  }

  /** {@return the items of a list or template, and of those in it; of any other object, itself} */
  Stream<TypedObject> objects() {
    return items()
        .map(items -> items.items().stream().map(this::item).flatMap(TypedObject::objects))
        .orElseGet(() -> Stream.of(this));
  }

  private Optional<NodePath> items() {
    if (!kind.endsWith(LIST) && !isTemplate()) {
      return Optional.empty();
    }
    return way.field(isTemplate() ? "objects" : "items")
        .filter(items -> items.node() instanceof SequenceNode);
  }

  private boolean isTemplate() {
    return kind.equals(TEMPLATE) && TEMPLATE_VERSIONS.contains(apiVersion);
  }

  /** An item of a PodList need not say that it is a pod; kubectl completes it. */
  private TypedObject item(NodePath item) {
    TypedObject said = of(item);
    return said.apiVersion.isEmpty() && said.kind.isEmpty() && !isTemplate()
        ? new TypedObject(item, apiVersion, kind.substring(0, kind.length() - LIST.length()))
        : said;
  }
}
