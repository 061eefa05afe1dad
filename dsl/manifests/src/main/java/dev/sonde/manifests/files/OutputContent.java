package dev.sonde.manifests.files;

import java.io.IOException;
import java.io.OutputStream;

/** What an output holds, written bit by bit: it may be too long to be kept in memory. */
@FunctionalInterface
public interface OutputContent {

  /**
   * Writes all of it.
   *
   * @param out where to; it is buffered, and closed by the caller
   * @throws IOException if it cannot be written
   */
  void writeTo(OutputStream out) throws IOException;
}
