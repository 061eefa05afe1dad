package dev.sonde.manifests.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFilterTest {

  @ParameterizedTest
  @CsvSource({
    "*.yaml, a.yaml, true",
    "*.yaml, x/a.yaml, false",
    "**/*.yaml, a.yaml, true",
    "**/*.yaml, x/y/a.yaml, true",
    "base/**/a.yaml, base/a.yaml, true",
    "base/**/a.yaml, base/x/y/a.yaml, true",
    "base/**/a.yaml, other/a.yaml, false",
    "chart, chart/templates/a.yaml, true",
    "chart/, chart/templates/a.yaml, true",
    "**/templates, chart/templates/a.yaml, true",
    "chart/**, chart/templates/a.yaml, true",
    "chart, charts/a.yaml, false",
  })
  void matchesAsPeopleExpect(String pattern, String file, boolean matches) {
    Path root = Path.of("k8s");
    Path path = root.resolve(file);
    assertThat(new FileFilter(List.of(pattern), List.of()).accepts(root, path)).isEqualTo(matches);
    assertThat(new FileFilter(List.of(), List.of(pattern)).accepts(root, path)).isEqualTo(!matches);
  }

  @ParameterizedTest
  @CsvSource({
    "k8s/charts, k8s, k8s/charts/a.yaml, true",
    "charts, k8s, k8s/charts/a.yaml, false",
    "**/a.yaml, k8s/charts, k8s/charts/a.yaml, true",
    "k8s/*.yaml, k8s, k8s/a.yaml, true",
    "*.yaml, ../other, ../other/a.yaml, true",
  })
  void seesPathsFromTheFolderOfTheirOwnWhereTheyLieInIt(
      String pattern, Path root, Path file, boolean matches) {
    PathPatterns patterns =
        new PathPatterns(List.of(pattern), Optional.of(Path.of("").toAbsolutePath()));
    assertThat(patterns.match(root, file)).isEqualTo(matches);
    assertThat(patterns.match(root.toAbsolutePath(), file.toAbsolutePath())).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a", "a/{b,{c}}", "x[z-a]"})
  void refusesWhatIsNoPattern(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FileFilter(List.of(), List.of(pattern)))
        .withMessageContaining("\"" + pattern + "\" is no pattern of paths: ");
  }
}
