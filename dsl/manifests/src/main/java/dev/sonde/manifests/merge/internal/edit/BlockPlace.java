package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlNode;
import java.util.Optional;

/**
 * Where a probe, a hook or a value is in a container, or should be.
 *
 * <p>Each says how to edit there; that differs, since a hook has a mapping of its own around it.
 */
sealed interface BlockPlace permits ProbeBlock, LifecycleBlock {

  /** The way to it from the container, such as {@code livenessProbe}. */
  String path();

  /** What is there, wherever it comes from. */
  Optional<YamlTreeNode> value();

  /** The entry that holds it, if it is here and does not come in by a merge key or an alias. */
  Optional<MappingEntry> entry();

  /** Where a reader looks for it. */
  ManifestPlace place();

  /** Gives it another value, as a whole. */
  void set(YamlNode value);

  /** Takes it away. */
  void remove();

  /** The entry if it holds that very mapping: only then its text can be edited field by field. */
  default Optional<MappingEntry> entryOf(MappingNode mapping) {
    return entry().filter(entry -> entry.value() == mapping);
  }
}
