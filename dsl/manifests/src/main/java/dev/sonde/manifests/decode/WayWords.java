package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.FindingWords;
import java.util.Optional;

/** Tells in words where the decoder is: which field of which probe of which container. */
final class WayWords {

  private final DecodePath way;

  WayWords(DecodePath way) {
    this.way = way;
  }

  /** {@return such as {@code httpGet.port = "x" of the liveness probe of container "orders"}} */
  String fieldWith(String value) {
    Optional<DecodePath.Level> subject = subject();
    return way.pathFrom(subject).toString()
        + value
        + subject.map(level -> " of " + words(level)).orElse("");
  }

  /** {@return such as {@code httpGet of the liveness probe of container "orders"}} */
  String owner() {
    DecodePath.Level owner = way.levels().get(way.levels().size() - 1);
    Optional<DecodePath.Level> subject = subject();
    if (subject.isEmpty()) {
      return owner.depth() == 0 ? "the object" : way.path(owner).toString();
    }
    return subject.get().equals(owner)
        ? words(owner)
        : way.path(subject.get(), owner) + " of " + words(subject.get());
  }

  /** The innermost object on the way that has words of its own. */
  private Optional<DecodePath.Level> subject() {
    for (int i = way.levels().size() - 1; i >= 0; i--) {
      DecodePath.Level level = way.levels().get(i);
      if (isContainer(level) || isProbe(level) || isHook(level)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  private String words(DecodePath.Level level) {
    if (isContainer(level)) {
      return container(level);
    }
    String field = way.stepTo(level).toString();
    String own = isProbe(level) ? probe(field) : "the " + field + " hook";
    return way.levels().stream()
        .filter(WayWords::isContainer)
        .findFirst()
        .map(container -> own + " of " + container(container))
        .orElse(own);
  }

  /** A probe that stands alone is in no field that says which one it is. */
  private static String probe(String field) {
    String kind = field.replace("Probe", "");
    return kind.isEmpty() ? "the probe" : "the " + kind + " probe";
  }

  private String container(DecodePath.Level level) {
    Optional<YamlTreeNode> name = level.object().get("name");
    return name.isPresent() && name.get() instanceof ScalarNode scalar
        ? "container " + FindingWords.quote(scalar.text())
        : way.path(level).toString();
  }

  private static boolean isContainer(DecodePath.Level level) {
    return level.type().name().equals("Container")
        || level.type().name().equals("EphemeralContainer");
  }

  private static boolean isProbe(DecodePath.Level level) {
    return level.type().name().equals("Probe");
  }

  private static boolean isHook(DecodePath.Level level) {
    return level.type().name().equals("LifecycleHandler");
  }
}
