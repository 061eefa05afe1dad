package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;

/**
 * Changes the entries of one mapping. What is written takes over the style of what is around it; a
 * comment in what is taken away stays, on a line of its own.
 */
public sealed interface MappingEditor permits BlockMappingEditor, FlowMappingEditor {

  /**
   * {@return an editor of a mapping that has an entry}
   *
   * @param source the text that holds it
   * @param mapping the mapping
   * @param layout how block style is laid out here
   * @param edits where the edits go
   */
  static MappingEditor of(
      SourceText source, MappingNode mapping, BlockLayout layout, TextEdits edits) {
    return mapping.flow()
        ? new FlowMappingEditor(source, mapping, layout, edits)
        : new BlockMappingEditor(source, mapping, layout, edits);
  }

  /**
   * Gives an entry another value.
   *
   * @param entry one of the mapping's entries
   * @param value the new value
   */
  void setValue(MappingEntry entry, YamlNode value);

  /**
   * Puts another entry where one is.
   *
   * @param entry one of the mapping's entries
   * @param key the new key
   * @param value the new value
   */
  void replace(MappingEntry entry, String key, YamlNode value);

  /**
   * Takes an entry away.
   *
   * @param entry one of the mapping's entries; another one must remain
   */
  void remove(MappingEntry entry);

  /**
   * Adds entries.
   *
   * @param after the entry behind which they should be; it must remain
   * @param entries the new entries
   */
  void insertAfter(MappingEntry after, YamlMap entries);

  /** Completes the edits; nothing may be asked afterwards. */
  void finish();
}
