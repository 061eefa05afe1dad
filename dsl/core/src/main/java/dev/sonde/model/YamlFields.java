package dev.sonde.model;

import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Fields that are nodes already.
 *
 * @param map the object that has the fields
 */
public record YamlFields(YamlMap map) implements FieldSource {

  private static final YamlMap EMPTY = YamlMap.builder().build();

  @Override
  public Optional<String> text(String field) {
    return get(field) instanceof YamlText text ? Optional.of(text.value()) : Optional.empty();
  }

  @Override
  public OptionalLong int64(String field) {
    return get(field) instanceof YamlNumber number
        ? OptionalLong.of(number.value())
        : OptionalLong.empty();
  }

  @Override
  public List<String> texts(String field) {
    return items(field).stream()
        .map(item -> item instanceof YamlText text ? text.value() : "")
        .toList();
  }

  @Override
  public List<Integer> int32s(String field) {
    return items(field).stream()
        .map(
            item ->
                item instanceof YamlNumber number && number.value() == (int) number.value()
                    ? (int) number.value()
                    : 0)
        .toList();
  }

  @Override
  public Optional<YamlFields> object(String field) {
    return get(field) instanceof YamlMap inner
        ? Optional.of(new YamlFields(inner))
        : Optional.empty();
  }

  @Override
  public List<YamlFields> objects(String field) {
    return items(field).stream()
        .map(item -> new YamlFields(item instanceof YamlMap inner ? inner : EMPTY))
        .toList();
  }

  private List<YamlNode> items(String field) {
    return get(field) instanceof YamlList list ? list.items() : List.of();
  }

  private @Nullable YamlNode get(String field) {
    return map.entries().get(field);
  }
}
