package dev.sonde.model;

/** A port as a probe gives it: a number, or the name of one of the container's ports. */
public sealed interface Port {

  /** The port that Kubernetes sees where none is written. It is never legal. */
  Port MISSING = new Numbered(0);

  /**
   * {@return a port given by number}
   *
   * @param number legal from 1 to 65535
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
   * A port's number.
   *
   * @param number legal from 1 to 65535
   */
  record Numbered(int number) implements Port {
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
    public String toString() {
      return name;
    }
  }
}
