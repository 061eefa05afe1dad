package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.Target;
import dev.sonde.manifests.report.Place;
import dev.sonde.manifests.tree.Entry;
import dev.sonde.manifests.tree.Node;
import dev.sonde.yaml.YamlNode;
import java.util.Optional;

/**
 * A probe's place: a field of the container itself.
 *
 * @param path the field
 */
record ProbeBlock(String path, Target target, ContainerEntries entries) implements Block {

  @Override
  public Optional<Node> value() {
    return target.node().get(path);
  }

  @Override
  public Optional<Entry> entry() {
    return target.node().entry(path);
  }

  @Override
  public Place place() {
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
