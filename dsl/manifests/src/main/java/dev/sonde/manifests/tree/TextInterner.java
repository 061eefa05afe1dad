package dev.sonde.manifests.tree;

import java.util.HashMap;
import java.util.Map;

/** Keeps one copy of the short texts that manifests repeat: keys, kinds, names, small numbers. */
final class TextInterner {

  private static final int LONGEST = 24;
  private static final int MOST = 2_000;

  private final Map<String, String> known = new HashMap<>();

  String intern(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    String same = known.get(text);
    if (same != null) {
      return same;
    }
    if (known.size() < MOST) {
      known.put(text, text);
    }
    return text;
  }
}
