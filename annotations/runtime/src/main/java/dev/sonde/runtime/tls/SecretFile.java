package dev.sonde.runtime.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that somebody mounts. */
final class SecretFile {

  /** A Secret is no larger. */
  private static final long LARGEST = 1 << 20;

  private SecretFile() {}

  /**
   * {@return all that the file holds}
   *
   * @throws UnusableFileException if it is not there, too large or not readable
   */
  static byte[] read(Path file) throws IOException {
    try {
      if (Files.size(file) <= LARGEST) {
        return Files.readAllBytes(file);
      }
    } catch (NoSuchFileException missing) {
      throw new UnusableFileException(
          file, "does not exist", "Mount the Secret that holds it, or correct the path.", missing);
    } catch (IOException unreadable) {
      throw new UnusableFileException(
          file,
          "cannot be read (" + unreadable + ")",
          "Name a file that the container's user may read.",
          unreadable);
    }
    throw new UnusableFileException(
        file, "is larger than 1 MiB", "Name a file that holds certificates or keys alone.");
  }
}
