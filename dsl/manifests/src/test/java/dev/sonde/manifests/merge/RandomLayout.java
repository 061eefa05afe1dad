package dev.sonde.manifests.merge;

import dev.sonde.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists and scalars as YAML the way people do: each in another style. */
final class RandomLayout {

  private final Random random;
  private final int step;
  private final int listStep;
  private final boolean comments;
  private final boolean blankLines;
  private final StringBuilder out = new StringBuilder();
  private int comment;
  private int anchor;

  /** There a comment could be taken for one more line of the text. */
  private boolean afterLiteral;

  RandomLayout(Random random) {
    this.random = random;
    this.step = random.nextInt(4) == 0 ? 1 + random.nextInt(6) : 2;
    this.listStep = random.nextBoolean() ? 0 : step;
    this.comments = random.nextBoolean();
    this.blankLines = random.nextInt(4) == 0;
  }

  String document(Map<String, ?> map) {
    out.setLength(0);
    entries(map, 0);
    return out.toString();
  }

  private void entries(Map<String, ?> map, int column) {
    boolean first = true;
    for (Map.Entry<String, ?> entry : map.entrySet()) {
      if (!first) {
        between(column);
        out.append(" ".repeat(column));
      }
      first = false;
      boolean explicit = random.nextInt(40) == 0;
      out.append(explicit ? "? " : "").append(key(entry.getKey()));
      if (explicit) {
        endLine();
        out.append(" ".repeat(column));
      }
      out.append(':');
      value(entry.getValue(), column);
    }
  }

  private String key(String key) {
    return switch (random.nextInt(20)) {
      case 0 -> "\"" + key + "\"";
      case 1 -> "'" + key + "'";
      default -> key;
    };
  }

  private void value(@Nullable Object value, int column) {
    if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(6) > 0) {
      endLine();
      int inner = column + step;
      between(inner);
      out.append(" ".repeat(inner));
      entries(cast(map), inner);
    } else if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(6) > 0) {
      out.append(properties("seq"));
      endLine();
      items(list, column + listStep);
    } else if (value == null && random.nextBoolean()) {
      endLine();
    } else if (value instanceof String text && isBlockText(text) && random.nextInt(3) == 0) {
      literal(text, column + 1 + random.nextInt(3));
    } else {
      out.append(' ').append(flow(value));
      endLine();
    }
  }

  /** An anchor that nobody refers to, or a tag that says what is so anyway. */
  private String properties(String tag) {
    return switch (random.nextInt(30)) {
      case 0 -> " &anchor" + anchor++;
      case 1 -> " !!" + tag;
      default -> "";
    };
  }

  private void items(List<?> list, int column) {
    for (Object item : list) {
      between(column);
      String dash = random.nextInt(10) == 0 ? "-   " : "- ";
      out.append(" ".repeat(column)).append(dash);
      if (item instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(8) > 0) {
        entries(cast(map), column + dash.length());
      } else {
        out.append(flow(item));
        endLine();
      }
    }
  }

  private static boolean isBlockText(String text) {
    return text.matches("[a-z]+[a-z \n:#-]*[a-z]\n?");
  }

  private void literal(String text, int column) {
    out.append(text.endsWith("\n") ? " |" : " |-").append('\n');
    afterLiteral = true;
    for (String line : text.split("\n")) {
      out.append(" ".repeat(column)).append(line).append('\n');
    }
  }

  private String flow(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> parts = new ArrayList<>();
      cast(map).forEach((key, inner) -> parts.add(key(key) + ": " + flow(inner)));
      return brackets("{", parts, "}");
    }
    if (value instanceof List<?> list) {
      return brackets("[", list.stream().map(this::flow).toList(), "]");
    }
    return value instanceof String text ? text(text) : String.valueOf(value);
  }

  private String brackets(String open, List<String> parts, String close) {
    String blank = random.nextInt(4) == 0 ? " " : "";
    if (comments && !parts.isEmpty() && random.nextInt(6) == 0) {
      String next = " # within " + comment++ + "\n" + " ".repeat(40);
      return open + next + String.join("," + next, parts) + next + close;
    }
    return open + blank + String.join(", ", parts) + blank + close;
  }

  private String text(String text) {
    boolean simple = text.matches("[ -~]+");
    if (simple && random.nextInt(4) == 0) {
      return "'" + text.replace("'", "''") + "'";
    }
    if (simple && random.nextInt(4) == 0) {
      return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
    return Yaml.inline(text);
  }

  private void endLine() {
    if (comments && random.nextInt(5) == 0) {
      out.append(random.nextBoolean() ? " " : "    ").append("# behind ").append(comment++);
    }
    out.append('\n');
  }

  private void between(int column) {
    boolean mayComment = comments && !afterLiteral;
    afterLiteral = false;
    if (blankLines && random.nextInt(6) == 0) {
      out.append('\n');
    }
    if (mayComment && random.nextInt(8) == 0) {
      out.append(" ".repeat(random.nextInt(10) == 0 ? random.nextInt(12) : column))
          .append("# above: {")
          .append(comment++)
          .append('\n');
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }
}
