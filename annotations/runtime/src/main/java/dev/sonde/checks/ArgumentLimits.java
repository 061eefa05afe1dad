package dev.sonde.checks;

import java.time.Duration;

/** Judges what checks are given. */
final class ArgumentLimits {

  private ArgumentLimits() {}

  static int inRange(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " " + value + " is outside " + least + ".." + most);
    }
    return value;
  }

  static long atLeast(String what, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(what + " " + value + " is less than " + least);
    }
    return value;
  }

  /** A part of a whole: more than 0, at most 1. */
  static double part(String what, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(what + " " + value + " is not more than 0 and at most 1");
    }
    return value;
  }

  static Duration atLeastOneMilli(String what, Duration value) {
    if (value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(what + " " + value + " is not between 1 ms and 24 days");
    }
    return value;
  }
}
