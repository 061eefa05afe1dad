package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md points to exists. */
class ArchitecturePageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern PATH = Pattern.compile("`([\\w-]+(?:/[\\w.-]+)+)`");
  private static final Pattern CLASS = Pattern.compile("`@?([A-Z][a-z]\\w+)`");

  @Test
  void everyPathExists() throws IOException {
    List<String> paths = all(PATH);
    assertThat(paths)
        .hasSizeGreaterThan(20)
        .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
  }

  @Test
  void everyClassExists() throws IOException {
    List<String> sources;
    try (var files = Files.walk(ROOT)) {
      sources =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .toList();
    }
    assertThat(all(CLASS))
        .hasSizeGreaterThan(10)
        .allSatisfy(name -> assertThat(sources).contains(name + ".java"));
  }

  private static List<String> all(Pattern pattern) throws IOException {
    String page = Files.readString(ROOT.resolve("docs/architecture.md"));
    return pattern
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .toList();
  }
}
