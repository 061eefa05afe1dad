package dev.sonde.manifests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.Severity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds how much is said about manifests as ordinary repositories have them. Rewrite the table with
 * {@code -Dsonde.golden.rewrite=true}, and look at what changed.
 */
class OrdinaryManifestsTest {

  private static final Path TABLE = Path.of("src/test/resources/ordinary.txt");

  private static LintReport report;

  @BeforeAll
  static void lint() throws URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(OrdinaryManifestsTest.class.getResource("/ordinary")).toURI());
    report = ManifestLinter.create().startIn(folder).add(folder).report();
  }

  @Test
  void sayAsMuchOfEachRuleAsTheTableSays() throws IOException {
    Map<String, Integer> rules = new TreeMap<>();
    report
        .findings()
        .forEach(
            found ->
                rules.merge(
                    found.finding().severity().word() + " " + found.finding().ruleId(),
                    1,
                    Integer::sum));
    StringBuilder table = new StringBuilder(report.summary()).append('\n');
    table.append(
        "%.2f findings and %.2f errors a workload%n"
            .formatted(
                aWorkload(report.findings().size()), aWorkload(report.count(Severity.ERROR))));
    rules.forEach((rule, count) -> table.append("%3d %s%n".formatted(count, rule)));
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      Files.writeString(TABLE, table);
    }
    assertThat(table).hasToString(Files.readString(TABLE));
  }

  @Test
  void staysBelowWhatSomebodyWouldSwitchOff() {
    assertThat(report.workloads()).isGreaterThanOrEqualTo(60);
    assertThat(aWorkload(report.findings().size())).isLessThanOrEqualTo(0.8);
    assertThat(aWorkload(report.count(Severity.ERROR))).isLessThanOrEqualTo(0.45);
  }

  private static double aWorkload(long count) {
    return count / (double) report.workloads();
  }
}
