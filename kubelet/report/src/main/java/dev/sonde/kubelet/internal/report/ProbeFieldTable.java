package dev.sonde.kubelet.internal.report;

import static java.util.stream.Collectors.joining;

import dev.sonde.model.HttpHeader;
import dev.sonde.model.Probe;
import dev.sonde.model.YamlFields;
import dev.sonde.rules.FindingWords;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lays a probe out as names and values in one line each, under Kubernetes' names. */
final class ProbeFieldTable {

  private ProbeFieldTable() {}

  /** {@return the values of the fields that are set, by their paths below the probe} */
  static Map<String, String> of(Probe probe) {
    Map<String, String> table = new LinkedHashMap<>();
    probe.toFields().entries().forEach((name, value) -> put(table, name, value));
    return table;
  }

  private static void put(Map<String, String> table, String path, YamlNode value) {
    if (value instanceof YamlMap map) {
      map.entries().forEach((name, inner) -> put(table, path + "." + name, inner));
    } else if (value instanceof YamlList list) {
      boolean words = list.items().stream().allMatch(YamlText.class::isInstance);
      table.put(
          path,
          list.items().stream().map(ProbeFieldTable::item).collect(joining(words ? " " : ", ")));
    } else {
      table.put(path, value instanceof YamlText text ? text(text.value()) : number(value));
    }
  }

  private static String text(String text) {
    return text.isEmpty() ? FindingWords.quote(text) : text;
  }

  private static String number(YamlNode value) {
    return value instanceof YamlNumber number ? Long.toString(number.value()) : "";
  }

  /** A word of a command, or a header. */
  private static String item(YamlNode item) {
    if (item instanceof YamlText word) {
      return FindingWords.quote(word.value());
    }
    HttpHeader header = HttpHeader.read(new YamlFields((YamlMap) item));
    return header.name() + ": " + FindingWords.quote(header.value());
  }
}
