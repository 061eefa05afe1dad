package dev.sonde.adopt;

import dev.sonde.model.Probe;
import dev.sonde.yaml.YamlNumber;
import java.util.ArrayList;
import java.util.List;

/** The numbers that a probe sets, in the order of Kubernetes' own type. */
final class Numbers {

  private Numbers() {}

  /**
   * A number.
   *
   * @param name such as {@code periodSeconds}
   * @param value what is set
   */
  record Field(String name, long value) {
    /** {@return the number as Java writes it} */
    String literal() {
      return value == (int) value ? Long.toString(value) : value + "L";
    }
  }

  static List<Field> of(Probe probe) {
    List<Field> fields = new ArrayList<>();
    probe
        .toFields()
        .entries()
        .forEach(
            (name, value) -> {
              if (value instanceof YamlNumber number) {
                fields.add(new Field(name, number.value()));
              }
            });
    return fields;
  }
}
