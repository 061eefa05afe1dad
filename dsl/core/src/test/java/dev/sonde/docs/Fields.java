package dev.sonde.docs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A map of a YAML document, read with trust: the page's examples are well formed. */
record Fields(Map<?, ?> entries) {

  Fields(Object node) {
    this((Map<?, ?>) node);
  }

  Optional<Fields> map(String name) {
    return Optional.ofNullable(entries.get(name)).map(Fields::new);
  }

  List<Fields> maps(String name) {
    return list(name).stream().map(Fields::new).toList();
  }

  List<String> texts(String name) {
    return list(name).stream().map(Object::toString).toList();
  }

  private List<?> list(String name) {
    return entries.containsKey(name) ? (List<?>) entries.get(name) : List.of();
  }

  Optional<Object> value(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  Optional<String> text(String name) {
    return value(name).map(Object::toString);
  }

  OptionalInt number(String name) {
    return value(name).map(n -> OptionalInt.of((Integer) n)).orElse(OptionalInt.empty());
  }

  OptionalLong longNumber(String name) {
    return value(name)
        .map(n -> OptionalLong.of(((Number) n).longValue()))
        .orElse(OptionalLong.empty());
  }
}
