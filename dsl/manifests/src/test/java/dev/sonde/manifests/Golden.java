package dev.sonde.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that is compared with a file; {@code -Dsonde.golden.rewrite=true} writes the file. */
public final class Golden {

  private static final Path ROOT = Path.of("src/test/resources");

  private Golden() {}

  /** Compares {@code actual} with {@code src/test/resources/name}, byte for byte. */
  public static void assertSame(String name, String actual) {
    Path file = ROOT.resolve(name);
    try {
      if (Boolean.getBoolean("sonde.golden.rewrite")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual).as(name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
