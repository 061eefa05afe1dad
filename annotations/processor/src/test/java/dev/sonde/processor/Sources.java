package dev.sonde.processor;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** The cases in the test resources: a folder of sources each. */
final class Sources {

  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private Sources() {}

  /** The folders of cases, sorted. */
  static List<Path> cases(String kind) {
    try (Stream<Path> folders = Files.list(RESOURCES.resolve(kind))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Path folder(String kind, String name) {
    return RESOURCES.resolve(kind).resolve(name);
  }

  /** The Java files of a case, sorted; what is expected is not among them. */
  static List<JavaFileObject> of(Path folder) {
    return files(folder).stream()
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> !file.startsWith(folder.resolve("expected")))
        .map(Sources::source)
        .toList();
  }

  /** All files in a folder and below, sorted; none if there is no such folder. */
  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JavaFileObject source(Path file) {
    try {
      return JavaFileObjects.forResource(file.toUri().toURL());
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
