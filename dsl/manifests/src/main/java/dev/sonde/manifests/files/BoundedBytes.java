package dev.sonde.manifests.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads whole files and streams that people wrote, and refuses what might never end. */
public final class BoundedBytes {

  /**
   * The most that is read of a file or an entry of an archive: 64 MiB. Manifests are a thousandth.
   */
  public static final int MOST = 64 * 1024 * 1024;

  private BoundedBytes() {}

  /**
   * {@return what a regular file holds}
   *
   * @param file the file, or a symbolic link to it
   * @throws UnreadableFileException if it cannot be read, is a device or a pipe, or holds more than
   *     {@link #MOST} bytes
   */
  public static byte[] of(Path file) throws UnreadableFileException {
    try {
      refuseEndless(file);
      try (InputStream in = Files.newInputStream(file)) {
        return of(in);
      }
    } catch (IOException e) {
      throw UnreadableFileException.because(file.toString(), file, e);
    }
  }

  /**
   * Refuses what is there and is no regular file.
   *
   * @param file the file, or a symbolic link to it
   * @throws IOException if it is a device, a pipe, or one of those that the system makes up, such
   *     as in {@code /proc}, which may block or never end
   */
  public static void refuseEndless(Path file) throws IOException {
    if (Files.exists(file) && (!Files.isRegularFile(file) || isMadeUp(file))) {
      throw UnreadableFileException.of(
          file.toString(),
          "it is no regular file, so it might never end.",
          "Name a file, or - for standard input.");
    }
  }

  /** A file without a size, on a file system without space. */
  private static boolean isMadeUp(Path file) throws IOException {
    return Files.size(file) == 0 && Files.getFileStore(file).getTotalSpace() == 0;
  }

  /**
   * {@return what an entry of an archive holds}
   *
   * @param place what messages call it
   * @param content the entry, which stays open
   * @throws UnreadableFileException if it cannot be read, or holds more than {@link #MOST} bytes
   */
  public static byte[] of(String place, InputStream content) throws UnreadableFileException {
    try {
      return of(content);
    } catch (IOException e) {
      throw UnreadableFileException.because(place, Path.of(""), e);
    }
  }

  /**
   * {@return what a stream holds}
   *
   * @param in the stream, which stays open
   * @throws IOException if it cannot be read, or holds more than {@link #MOST} bytes
   */
  public static byte[] of(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST + 1);
    if (bytes.length > MOST) {
      throw new IOException(
          "it has more than the " + (MOST >> 20) + " MiB that are read; split it, or leave it out");
    }
    return bytes;
  }
}
