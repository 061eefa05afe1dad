package dev.sonde.docs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that a machine may have. */
final class Programs {

  private Programs() {}

  /** {@return the first of these names on the PATH; without any, the test is skipped} */
  static Path assumePresent(String... names) {
    Optional<Path> program =
        Stream.of(names)
            .flatMap(
                name ->
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(entry -> Path.of(entry, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        program.isPresent(), "There is no " + names[0] + " on the PATH: install it to run this.");
    return program.orElseThrow();
  }
}
