package dev.sonde.manifests.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what with a file, where the file system knows owner, group and others. */
final class Permissions {

  private static final Set<PosixFilePermission> OF_A_NEW_FILE =
      PosixFilePermissions.fromString("rw-r--r--");

  private Permissions() {}

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
    view.setPermissions(old == null ? OF_A_NEW_FILE : old.readAttributes().permissions());
  }

  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }
}
