package dev.sonde.kubelet.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.internal.report.markdown.MarkdownReport;
import dev.sonde.lint.LintSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {

  @TempDir private Path folder;

  @Test
  void saysWhatTheCodeDeclares() throws IOException {
    Golden.check("orders.md", markdown(Sources.ORDERS));
  }

  @Test
  void saysWhatAManifestWithSidecarsDeclares() throws IOException {
    Golden.check("shop.md", markdown(Sources.SHOP));
  }

  @Test
  void saysWhatWasMeasuredBesideTheBudgets() throws IOException {
    Golden.check("measured.md", markdown(MeasuredOrders.in(folder)));
  }

  @Test
  void saysOfARuleThatIsSwitchedOffThatItJudgedNothing() throws IOException {
    ReportInputs inputs =
        MeasuredOrders.in(folder).with(LintSettings.DEFAULT.without("measured-start", "A test."));
    assertThat(markdown(inputs))
        .contains("| 1.4 times | not judged: switched off `measured-start` |");
  }

  @Test
  void showsNothingThatWasMeasuredUnderAnotherLimit() throws IOException {
    ReportInputs inputs = MeasuredOrders.in(folder);
    Path manifest = folder.resolve("measured.yaml");
    Files.writeString(manifest, Files.readString(manifest).replace("cpu: 500m", "cpu: 200m"));
    assertThat(markdown(inputs)).contains("`measured-elsewhere`").doesNotContain("| margin |");
  }

  @Test
  void saysWhatAScenarioOfTheUserComesTo() throws IOException {
    Golden.check(
        "worker-hangs.md",
        markdown(
            ReportInputs.NONE.withScenarios(
                List.of(Path.of("../documents/src/test/resources/scenarios/worker-hangs.yaml")))));
  }

  @Test
  void saysThatThereIsNothing() throws IOException {
    assertThat(markdown(ReportInputs.NONE))
        .isEqualTo(
            """
            # Probe report

            0 workloads, 0 containers; no findings.

            There are no workloads in what was given.
            """);
  }

  @Test
  void namesInManifestsAreNoMarkup() throws IOException {
    String markdown = markdown(Sources.HOSTILE);
    Golden.check("hostile.md", markdown);
    String running = markdown.replaceAll("(`+)[^`].*?[^`]\\1(?!`)", "code");
    assertThat(running)
        .doesNotContain("<script", "<img", "<svg", "[x](", "@octocat")
        .contains("## Deployment &lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(markdown.lines().filter(line -> line.startsWith("# "))).hasSize(1);
    long opened = markdown.lines().filter(line -> line.equals("```text")).count();
    assertThat(markdown.lines().filter(line -> line.startsWith("```"))).hasSize((int) (2 * opened));
  }

  private static String markdown(ReportInputs inputs) throws IOException {
    return MarkdownReport.of(ReportBuilder.report(inputs), Optional.empty());
  }
}
