package dev.sonde.runtime.tls;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that TLS cannot be spoken with; says which, why, and what to do. */
final class UnusableFileException extends IOException {

  private static final long serialVersionUID = 1L;

  UnusableFileException(Path file, String problem, String remedy) {
    this(file, problem, remedy, null);
  }

  UnusableFileException(Path file, String problem, String remedy, @Nullable Throwable cause) {
    super(file + " " + problem + ". " + remedy, cause);
  }
}
