package dev.sonde.runtime.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A file descriptor that is kept for the time when all others are used: to write to a log for the
 * first time, the JDK has to open files, and goes without a log for good if it cannot. Belongs to
 * one thread.
 */
final class SpareFile implements Closeable {

  private @Nullable SocketChannel spare = open();

  /** Does something with one more descriptor to spare. */
  void lend(Runnable action) {
    close();
    try {
      action.run();
    } finally {
      spare = open();
    }
  }

  @Override
  public void close() {
    try {
      if (spare != null) {
        spare.close();
      }
    } catch (IOException closedAlready) {
      // Nothing is left to be done.
    }
  }

  private static @Nullable SocketChannel open() {
    try {
      return SocketChannel.open();
    } catch (IOException outOfFiles) {
      return null;
    }
  }
}
