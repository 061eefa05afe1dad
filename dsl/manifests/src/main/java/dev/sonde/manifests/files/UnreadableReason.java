package dev.sonde.manifests.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says why a file cannot be read: the file system's own exceptions mostly tell its name alone. */
final class UnreadableReason {

  private UnreadableReason() {}

  /**
   * {@return what to throw}
   *
   * @param name what messages call the file
   * @param path where it lies
   * @param cause what went wrong
   */
  static FileSystemException because(String name, Path path, IOException cause) {
    FileSystemException explained = new FileSystemException(name, null, reason(path, cause));
    explained.initCause(cause);
    return explained;
  }

  private static String reason(Path path, IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return Files.isSymbolicLink(path)
          ? "the symbolic link leads to no file; correct it, or leave it out"
          : "there is no such file";
    } else if (cause instanceof AccessDeniedException) {
      return "reading it is not permitted; ask for the right to read it, or leave it out";
    }
    return "it cannot be read: " + cause.getMessage();
  }
}
