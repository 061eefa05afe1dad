package dev.sonde.manifests.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    Path path = Path.of(file);
    assertThat(new FileFilter(List.of(pattern), List.of()).accepts(path)).isEqualTo(matches);
    assertThat(new FileFilter(List.of(), List.of(pattern)).accepts(path)).isEqualTo(!matches);
  }
}
