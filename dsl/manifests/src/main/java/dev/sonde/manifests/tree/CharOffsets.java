package dev.sonde.manifests.tree;

import java.util.Arrays;

/** Turns the parser's positions, which count code points, into offsets in {@code char}s. */
final class CharOffsets {

  /** The offsets of the characters that take two {@code char}s, ascending; mostly none. */
  private final int[] wide;

  CharOffsets(String text) {
    int count = text.length() - text.codePointCount(0, text.length());
    int[] found = new int[count];
    int next = 0;
    for (int i = 0; next < count; i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        found[next++] = i++;
      }
    }
    this.wide = found;
  }

  /** Positions that count from an offset in the text. */
  View from(int start) {
    int found = Arrays.binarySearch(wide, start);
    return new View(start, found >= 0 ? found : -found - 1);
  }

  /** Positions from one start. They are asked for in no fixed order. */
  final class View {
    private final int start;
    private final int firstWide;

    private View(int start, int firstWide) {
      this.start = start;
      this.firstWide = firstWide;
    }

    int offset(int codePoints) {
      if (firstWide == wide.length) {
        return start + codePoints;
      }
      return start + codePoints + wideBefore(codePoints);
    }

    /** How many wide characters are within that many code points from the start. */
    private int wideBefore(int codePoints) {
      int low = firstWide;
      int high = wide.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        int codePointsBefore = wide[middle] - start - (middle - firstWide);
        if (codePointsBefore < codePoints) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low - firstWide;
    }
  }
}
