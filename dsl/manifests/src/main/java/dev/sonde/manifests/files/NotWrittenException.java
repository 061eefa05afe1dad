package dev.sonde.manifests.files;

import dev.sonde.rules.InputRules;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says why files were not written. Every file holds what it held before. */
public final class NotWrittenException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;

  NotWrittenException(Path file, String why, String remedy) {
    this(file, why, remedy, null);
  }

  NotWrittenException(Path file, String why, String remedy, @Nullable Throwable cause) {
    super(
        FileNames.shown(file)
            + ": ["
            + InputRules.FILE_NOT_WRITTEN.id()
            + "] "
            + why
            + " No file was changed. "
            + remedy,
        cause);
    this.file = file;
  }

  /** {@return the file that could not be written} */
  public Path file() {
    return file;
  }
}
