package dev.sonde.kubelet.junit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The last lines that an application printed; the rest is counted and forgotten. Safe for use by
 * several threads.
 */
final class OutputTail implements Consumer<String> {

  static final int LINES = 100;

  private final Deque<String> last = new ArrayDeque<>();
  private long dropped;

  @Override
  public synchronized void accept(String line) {
    last.addLast(line);
    if (last.size() > LINES) {
      last.removeFirst();
      dropped++;
    }
  }

  /** {@return the lines, each after a bar; empty if nothing was printed} */
  synchronized String text() {
    if (last.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    if (dropped > 0) {
      text.append("  (").append(dropped).append(" lines before)\n");
    }
    last.forEach(line -> text.append("  | ").append(line).append('\n'));
    return text.toString();
  }
}
