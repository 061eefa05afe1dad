package dev.sonde.kubelet.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of a few megabytes for an application's files, in memory, so that a test can fill it: see
 * {@link Kubelet#fillDisk}. It is there until it is closed.
 */
public final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * {@return a disk that is mounted on a folder, which is made if it is not there}
   *
   * @param folder where
   * @param mebibytes how large; at least 1
   * @throws UnsupportedOperationException if this machine does not let this user mount a tmpfs
   */
  public static SmallDisk mount(Path folder, int mebibytes) {
    if (mebibytes < 1) {
      throw new IllegalArgumentException(
          "mebibytes = " + mebibytes + " is below 1. Give 1 or more.");
    }
    try {
      Path place = Files.createDirectories(folder).toRealPath();
      String unused =
          SystemCommand.run(
              "mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "sonde", place.toString());
      return new SmallDisk(place);
    } catch (IOException refused) {
      throw new UnsupportedOperationException(
          "A small disk cannot be mounted on %s: %s. Only root may do so, and only on Linux. As another user, fill a folder on a small file system that is there, such as /dev/shm of a container."
              .formatted(folder, refused.getMessage()),
          refused);
    }
  }

  /** {@return where it is} */
  public Path folder() {
    return folder;
  }

  /** Takes it away, with all that is on it, once nobody uses it any more. */
  @Override
  public void close() {
    try {
      String unused = SystemCommand.run("umount", "--lazy", folder.toString());
    } catch (IOException gone) {
      // It was taken away by somebody else.
    }
  }
}
