package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.record.MergeRecord.Owned;
import dev.sonde.yaml.YamlNode;
import java.util.Set;

/**
 * What matters for the edits of a container besides its own text and its probes.
 *
 * @param owned what earlier merges did there
 * @param targets the ports, by name or number, that Services of these files send to
 * @param strict whether fields that the code leaves open must go
 * @param isLayer whether it lies over another file, which has what this one does not say
 */
public record MergeContext(Owned owned, Set<YamlNode> targets, boolean strict, boolean isLayer) {

  /** Copies the set, so that the value stays what it was. */
  public MergeContext {
    targets = Set.copyOf(targets);
  }

  MergeContext with(Owned after) {
    return new MergeContext(after, targets, strict, isLayer);
  }
}
