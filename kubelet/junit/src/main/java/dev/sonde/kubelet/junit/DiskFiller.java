package dev.sonde.kubelet.junit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Fills a small file system with a file, which goes with the fault. */
final class DiskFiller {

  private static final long LARGEST_MEBIBYTES = 256;
  private static final int CHUNK = 1 << 16;

  private DiskFiller() {}

  /**
   * Fills what a folder lies on.
   *
   * @throws IllegalStateException if there is too much room on it
   */
  static Fault fill(Path folder) {
    try {
      long mebibytes = Files.getFileStore(folder).getUsableSpace() >> 20;
      if (mebibytes > LARGEST_MEBIBYTES) {
        throw new IllegalStateException(
            "%s has %d MB of room; only up to %d MB are filled. Give a small disk, such as SmallDisk.mount makes."
                .formatted(folder, mebibytes, LARGEST_MEBIBYTES));
      }
      Path file = Files.createTempFile(folder, "sonde-fills-", ".tmp");
      for (int size = CHUNK; size > 0; size /= 16) {
        append(file, new byte[size]);
      }
      return () -> delete(file);
    } catch (IOException useless) {
      throw new UncheckedIOException("cannot fill " + folder + ": " + useless, useless);
    }
  }

  /** The end is that no more fits. */
  private static void append(Path file, byte[] chunk) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      boolean fits = true;
      while (fits) {
        fits = written(out, chunk);
      }
    }
  }

  private static boolean written(OutputStream out, byte[] chunk) {
    try {
      out.write(chunk);
      return true;
    } catch (IOException full) {
      return false;
    }
  }

  /** Emptied first: a process that is just being started may still hold the file open. */
  private static void delete(Path file) {
    try {
      Files.write(file, new byte[0]);
      Files.deleteIfExists(file);
    } catch (IOException gone) {
      // So is its disk.
    }
  }
}
