package dev.sonde.model;

import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A port as a probe gives it: a number, or the name of one of the container's ports. */
public sealed interface Port {

  /**
   * {@return a port given by number}
   *
   * @param number legal from 1 to 65535; 0 is what Kubernetes sees where none is written
   */
  static Port of(int number) {
    return new Numbered(number);
  }

  /**
   * {@return a port given by name}
   *
   * @param name the name of one of the container's ports; digits alone are a name too, an illegal
   *     one
   */
  static Port named(String name) {
    return new Named(name);
  }

  /**
   * {@return what becomes of the port}
   *
   * @param <R> what the functions make
   * @param ofNumber makes it of a number
   * @param ofName makes it of a name
   */
  <R> R map(IntFunction<R> ofNumber, Function<String, R> ofName);

  /** {@return the name, unless it is a number} */
  default Optional<String> asName() {
    return this instanceof Numbered ? Optional.empty() : Optional.of(toString());
  }

  /** {@return the number, unless it is a name} */
  default OptionalInt asNumber() {
    return this instanceof Numbered port ? OptionalInt.of(port.number()) : OptionalInt.empty();
  }

  /**
   * {@return this port by number, if one of some ports has its name; else this port}
   *
   * @param declared ports with names
   */
  default Port resolved(List<ContainerPort> declared) {
    return declared.stream()
        .filter(port -> port.name().isPresent() && port.name().equals(asName()))
        .findFirst()
        .map(port -> of(port.containerPort()))
        .orElse(this);
  }

  /** {@return the port as it is written: a number, or text} */
  default YamlNode toField() {
    return this instanceof Numbered port ? new YamlNumber(port.number()) : new YamlText(toString());
  }

  /**
   * A port's number.
   *
   * @param number legal from 1 to 65535
   */
  record Numbered(int number) implements Port {
    @Override
    public <R> R map(IntFunction<R> ofNumber, Function<String, R> ofName) {
      return ofNumber.apply(number);
    }

    @Override
    public String toString() {
      return Integer.toString(number);
    }
  }

  /**
   * A port's name.
   *
   * @param name legal with 1 to 15 characters of {@code a-z 0-9 -}, at least one of them a letter
   */
  record Named(String name) implements Port {
    @Override
    public <R> R map(IntFunction<R> ofNumber, Function<String, R> ofName) {
      return ofName.apply(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
