package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlNode;
import java.util.Optional;

/**
 * The place of the preStop hook, or of the stop signal: in the container's {@code lifecycle}.
 *
 * @param field the field of {@code lifecycle}
 */
record LifecycleBlock(String field, LifecycleEntries lifecycle) implements BlockPlace {

  static String path(String field) {
    return LifecycleEntries.FIELD + "." + field;
  }

  @Override
  public String path() {
    return path(field);
  }

  @Override
  public Optional<YamlTreeNode> value() {
    return lifecycle.all().flatMap(all -> all.get(field));
  }

  @Override
  public Optional<MappingEntry> entry() {
    return lifecycle.own().flatMap(own -> own.entry(field));
  }

  @Override
  public ManifestPlace place() {
    return entry()
        .or(() -> lifecycle.plan().target().node().entry(LifecycleEntries.FIELD))
        .map(entry -> lifecycle.plan().target().place(entry.key()))
        .orElseGet(lifecycle.plan().target()::place);
  }

  @Override
  public void set(YamlNode value) {
    lifecycle.set(field, value);
  }

  @Override
  public void remove() {
    lifecycle.remove(entry().orElseThrow());
  }
}
