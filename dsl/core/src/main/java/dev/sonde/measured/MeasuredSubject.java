package dev.sonde.measured;

import java.util.regex.Pattern;

/**
 * What was measured, which shows evidence older than the code.
 *
 * @param path the folder of classes, archive or program, seen from the folder of the measurement,
 *     with {@code /} between names
 * @param hash 64 hexadecimal digits of what is in it
 */
public record MeasuredSubject(String path, String hash) {

  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the path is blank, or the hash is none
   */
  public MeasuredSubject {
    if (path.isBlank() || !DIGITS.matcher(hash).matches()) {
      throw new IllegalArgumentException("a subject has a path and 64 hexadecimal digits.");
    }
  }
}
