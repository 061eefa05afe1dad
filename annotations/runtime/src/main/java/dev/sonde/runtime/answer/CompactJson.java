package dev.sonde.runtime.answer;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** Writes JSON, compact and in the order of the calls. */
final class CompactJson {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(256);

  CompactJson raw(String json) {
    out.append(json);
    return this;
  }

  CompactJson string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
    return this;
  }

  CompactJson field(String name, String value) {
    return string(name).raw(":").string(value);
  }

  /** Writes texts as strings, numbers and booleans as they are. */
  CompactJson object(Map<String, Object> values) {
    raw("{");
    list(values.entrySet(), entry -> string(entry.getKey()).raw(":").value(entry.getValue()));
    return raw("}");
  }

  private CompactJson value(Object value) {
    return value instanceof String text ? string(text) : raw(value.toString());
  }

  /** Writes the items with commas between them. */
  <T> CompactJson list(Iterable<T> items, Consumer<T> writeItem) {
    for (Iterator<T> rest = items.iterator(); rest.hasNext(); ) {
      writeItem.accept(rest.next());
      if (rest.hasNext()) {
        out.append(',');
      }
    }
    return this;
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        // A lone surrogate cannot be written as UTF-8, so it is escaped like a control character.
        if (c < ' ' || Character.isSurrogate(c)) {
          escaped(c);
        } else {
          out.append(c);
        }
      }
    }
  }

  private void escaped(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX[(c >> shift) & 0xf]);
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
