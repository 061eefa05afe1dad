package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.yaml.YamlNode;
import java.util.List;

/**
 * One place where a probe in a manifest is not what it should be.
 *
 * <p>Each names the mapping in which to edit: the probe, or its handler.
 */
sealed interface FieldDiff {

  /** The mapping in which to edit. */
  MappingNode within();

  /** The field's way from the probe, such as {@code httpGet, port}; empty for the probe itself. */
  List<String> path();

  /** A field that is not there, or that only a merge key brings in with another value. */
  record Missing(MappingNode within, List<String> path, YamlNode want) implements FieldDiff {}

  /** A field with another value. */
  record Different(MappingNode within, List<String> path, MappingEntry entry, YamlNode want)
      implements FieldDiff {}

  /** A handler of another type in the place of the one that should be there. */
  record OtherHandler(
      MappingNode within, List<String> path, MappingEntry entry, String handler, YamlNode want)
      implements FieldDiff {}

  /** A field that should not be there. */
  record Surplus(MappingNode within, List<String> path, MappingEntry entry, ChangeKind kind)
      implements FieldDiff {}
}
