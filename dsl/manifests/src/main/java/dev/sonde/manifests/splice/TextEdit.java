package dev.sonde.manifests.splice;

/**
 * Replaces a piece of a text.
 *
 * @param start the offset of its first character
 * @param end the offset behind its last one; the same as {@code start} to insert
 * @param text what comes in its place
 */
public record TextEdit(int start, int end, String text) {

  /** Refuses an end before the start. */
  public TextEdit {
    if (start > end) {
      throw new IllegalArgumentException("an edit from " + start + " to " + end);
    }
  }
}
