package dev.sonde.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that is compared with a file; {@code -Dsonde.golden.rewrite=true} writes the file. */
public final class Golden {

  private static final Path ROOT = Path.of("src/test/resources");

  private Golden() {}

  /** Compares {@code actual} with {@code src/test/resources/name}. */
  public static void assertSame(String name, String actual) {
    assertSame(name, actual.getBytes(UTF_8));
  }

  /** Compares {@code actual} with {@code src/test/resources/name}, byte for byte. */
  public static void assertSame(String name, byte[] actual) {
    Path file = ROOT.resolve(name);
    try {
      if (Boolean.getBoolean("sonde.golden.rewrite")) {
        Files.createDirectories(file.getParent());
        Files.write(file, actual);
      }
      byte[] expected = Files.readAllBytes(file);
      assertThat(new String(actual, UTF_8)).as(name).isEqualTo(new String(expected, UTF_8));
      assertThat(actual).as(name).isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
