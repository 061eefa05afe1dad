package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlNode;
import java.util.Optional;

/**
 * The place of a probe, or of a restart policy: a field of the container itself.
 *
 * @param path the field
 */
record ProbeBlock(String path, MergeTarget target, ContainerEntries entries) implements BlockPlace {

  @Override
  public Optional<YamlTreeNode> value() {
    return target.node().get(path);
  }

  @Override
  public Optional<MappingEntry> entry() {
    return target.node().entry(path);
  }

  @Override
  public ManifestPlace place() {
    return entry().map(entry -> target.place(entry.key())).orElseGet(target::place);
  }

  @Override
  public void set(YamlNode value) {
    entries.set(path, value);
  }

  @Override
  public void remove() {
    entries.remove(entry().orElseThrow());
  }
}
