package dev.sonde.manifests.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last sentence of a check counts what was compared, and nothing else. */
class DriftReportTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a 1|1 probe of 1 container in 1 file agrees with the code.",
        "a 3, a 2|5 probes of 2 containers in 1 file agree with the code.",
        "a 3, b 2|5 probes of 2 containers in 2 files agree with the code.",
        "a 2, b 0|2 probes of 1 container in 1 file agree with the code.",
        "a 2, built:c 2|4 probes of 2 containers in 1 file and 1 built manifest agree with the"
            + " code.",
        "built:c 2, built:d 1|3 probes of 2 containers in 2 built manifests agree with the code.",
        "a 0|No probe was compared, so nothing is known to agree.",
        "''|No probe was compared, so nothing is known to agree."
      })
  void countsWhatAgrees(String compared, String sentence) {
    List<ComparedContainer> containers =
        Stream.of(compared.split(", ")).filter(one -> !one.isEmpty()).map(this::container).toList();
    DriftReport report = new DriftReport(List.of(), "", Severity.ERROR, containers);
    assertThat(report.verdict("merge")).isEqualTo(sentence);
    assertThat(report.output("merge").closing()).isEqualTo(sentence);
  }

  private ComparedContainer container(String words) {
    String[] fileAndProbes = words.split(" ");
    boolean built = fileAndProbes[0].startsWith("built:");
    return new ComparedContainer(fileAndProbes[0], built, Integer.parseInt(fileAndProbes[1]));
  }
}
