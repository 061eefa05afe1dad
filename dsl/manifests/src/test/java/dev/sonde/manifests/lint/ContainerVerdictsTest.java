package dev.sonde.manifests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From YAML to verdict, one container a line. The expectations were derived by hand, from what is
 * known of the API server and not from what the code does.
 */
class ContainerVerdictsTest {

  private static final Path FILE = Path.of("src/test/resources/lint/containers.txt");
  private static final String CONTAINER = "spec.containers[0].";

  static Stream<Arguments> containers() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" =>"))
        .map(parts -> Arguments.of(parts[0], parts.length == 1 ? "" : parts[1].strip()));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void refusesWhatTheApiServerRefuses(String fields, String expected) {
    String manifest =
        "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a\n    " + fields + "\n";
    List<String> refused =
        ManifestLinter.create().lint("x.yaml", manifest).findings().stream()
            .map(found -> found.finding())
            .filter(finding -> finding.kind() != FindingKind.LINT)
            .map(ContainerVerdictsTest::line)
            .toList();
    assertThat(String.join(", ", refused)).isEqualTo(expected);
  }

  private static String line(Finding finding) {
    String path = finding.fieldPath().toString();
    assertThat(path).startsWith(CONTAINER);
    return finding.kind().word()
        + " "
        + finding.ruleId()
        + " "
        + path.substring(CONTAINER.length());
  }
}
