package dev.sonde.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps the first 64 KiB of what is written, whole lines, and counts the lines beyond. */
final class BoundedOutput extends OutputStream {

  private static final int MOST = 65_536;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean cut;
  private long linesBeyond;

  @Override
  public void write(int b) {
    if (kept.size() < MOST) {
      kept.write(b);
    } else {
      cut = true;
      linesBeyond += b == '\n' ? 1 : 0;
    }
  }

  boolean isCut() {
    return cut;
  }

  /** {@return what was kept, with a last line that says how much was not} */
  String text() {
    String text = kept.toString(UTF_8);
    if (!cut) {
      return text;
    }
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    return whole
        + "... and %d more lines. Name fewer files to see them.\n".formatted(linesBeyond + 1);
  }
}
