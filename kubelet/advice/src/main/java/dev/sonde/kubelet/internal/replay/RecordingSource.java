package dev.sonde.kubelet.internal.replay;

import dev.sonde.manifests.files.ManifestFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A text that records something.
 *
 * @param name what to call it in messages
 * @param text what it says
 */
public record RecordingSource(String name, String text) {

  private static final String STDIN = "-";

  /**
   * {@return what a file holds}
   *
   * @param file the file's name, or {@code -} for the standard input
   * @param in the standard input
   * @throws IOException if it cannot be read
   */
  public static RecordingSource of(String file, InputStream in) throws IOException {
    ManifestFile found =
        file.equals(STDIN)
            ? ManifestFile.standardInput(in)
            : ManifestFile.read(file, Path.of(file));
    return new RecordingSource(found.name(), text(found.bytes()));
  }

  /** Windows' shells redirect in UTF-16, with a mark of its order. */
  private static String text(byte[] bytes) {
    boolean little = startsWith(bytes, 0xFF, 0xFE);
    if (little || startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  boolean isJson() {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return text.startsWith("{", start) || text.startsWith("[", start);
  }

  boolean isMetrics() {
    return text.lines().anyMatch(line -> line.startsWith(ProberMetrics.PREFIX));
  }
}
