package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SourceText;
import java.util.List;

/** Finds where the entries of a block mapping begin. */
final class MappingKeys {

  private MappingKeys() {}

  /** The offset of an entry's first character: of the {@code ?} of an explicit key, or the key. */
  static int start(SourceText source, MappingNode mapping, MappingEntry entry) {
    List<MappingEntry> entries = mapping.entries();
    int index = entries.indexOf(entry);
    int from = index == 0 ? mapping.start() : end(entries.get(index - 1));
    int key = entry.key().start();
    for (int i = from; i < key; i++) {
      int found = new ScalarGap(source, i, key).find('?').orElse(key);
      if (found == key || isIndicator(source.text(), found)) {
        return found;
      }
      i = found;
    }
    return key;
  }

  /** The offset of a mapping's first entry. */
  static int start(SourceText source, MappingNode mapping) {
    return start(source, mapping, mapping.entries().get(0));
  }

  private static int end(MappingEntry entry) {
    return Math.max(entry.key().end(), entry.value().end());
  }

  /** An anchor's name may hold a question mark, too. */
  private static boolean isIndicator(String text, int offset) {
    return isBlank(text.charAt(offset + 1)) && (offset == 0 || isBlank(text.charAt(offset - 1)));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
