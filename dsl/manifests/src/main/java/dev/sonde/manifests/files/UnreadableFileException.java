package dev.sonde.manifests.files;

import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.InputRules;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Says why a file cannot be read, and what to do: the file system's own exceptions mostly tell its
 * name alone.
 */
public final class UnreadableFileException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final transient Finding finding;

  private UnreadableFileException(String file, Finding finding, @Nullable Throwable cause) {
    super(file + ": " + finding.text(), cause);
    this.file = file;
    this.finding = finding;
  }

  /**
   * {@return what to throw where more is known than that there is no such file}
   *
   * @param file what messages call the file
   * @param why why it cannot be read, as a sentence
   * @param remedy what to do
   */
  public static UnreadableFileException of(String file, String why, String remedy) {
    return new UnreadableFileException(file, finding(why, remedy), null);
  }

  /**
   * {@return what to throw instead of the file system's own exception}
   *
   * @param file what messages call the file
   * @param path where it lies
   * @param cause what went wrong
   */
  public static UnreadableFileException because(String file, Path path, IOException cause) {
    if (cause instanceof UnreadableFileException told) {
      return new UnreadableFileException(file, told.finding, told.getCause());
    }
    return new UnreadableFileException(file, finding(path, cause), cause);
  }

  private static Finding finding(Path path, IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return Files.isSymbolicLink(path)
          ? finding("the symbolic link leads to no file.", "Correct it, or leave it out.")
          : finding("there is no such file.", "Check the name.");
    }
    return cause instanceof AccessDeniedException
        ? finding("reading it is not permitted.", "Ask for the right to read it, or leave it out.")
        : finding("it cannot be read: " + cause.getMessage() + ".", "Check it, or leave it out.");
  }

  private static Finding finding(String why, String remedy) {
    return InputRules.FILE_UNREADABLE.finding(FieldPath.ROOT, FindingWords.visible(why), remedy);
  }

  /** {@return what messages call the file} */
  public String file() {
    return file;
  }

  /** {@return why it cannot be read, and what to do} */
  public Finding finding() {
    return finding;
  }
}
