package dev.sonde.manifests.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what with a file, where the file system knows owner, group and others. */
final class FilePermissions {

  private static final Set<PosixFilePermission> OF_A_NEW_FILE =
      PosixFilePermissions.fromString("rw-r--r--");

  private FilePermissions() {}

  /** The superuser may write where nobody may; this asks what is written at the file. */
  static boolean denyWriting(Path file) throws IOException {
    PosixFileAttributeView view = view(file);
    return view != null
        && !view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
  }

  /** Gives a file the permissions of another one, or, if that is not there, the usual ones. */
  static void copy(Path from, Path to) throws IOException {
    PosixFileAttributeView view = view(to);
    if (view == null) {
      return;
    }
    PosixFileAttributeView old = Files.exists(from) ? view(from) : null;
    if (old == null) {
      view.setPermissions(OF_A_NEW_FILE);
    } else {
      copyOwner(old.readAttributes(), view);
      view.setPermissions(old.readAttributes().permissions());
    }
  }

  /** Somebody else's file stays theirs, as far as that is permitted. */
  private static void copyOwner(PosixFileAttributes from, PosixFileAttributeView to)
      throws IOException {
    PosixFileAttributes now = to.readAttributes();
    try {
      if (!now.group().equals(from.group())) {
        to.setGroup(from.group());
      }
      if (!now.owner().equals(from.owner())) {
        to.setOwner(from.owner());
      }
    } catch (FileSystemException notPermitted) {
      // Only the superuser may give files away; it stays the file of who writes it.
    }
  }

  /** {@return how many names a file has; 1 where the file system does not say} */
  static int links(Path file) throws IOException {
    boolean known =
        Files.exists(file) && file.getFileSystem().supportedFileAttributeViews().contains("unix");
    return known ? (Integer) Files.getAttribute(file, "unix:nlink") : 1;
  }

  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }
}
