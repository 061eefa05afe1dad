package dev.sonde.maven;

import dev.sonde.manifests.files.AllOrNothing;
import dev.sonde.manifests.files.FileChange;
import dev.sonde.manifests.merge.DriftReport;
import dev.sonde.manifests.merge.MergeSession;
import dev.sonde.manifests.output.FindingFormat;
import dev.sonde.manifests.overlay.BuildTools;
import dev.sonde.rules.Severity;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compares the project's manifests with the probes of the compiled classes, by meaning and not by
 * text. Fails if they differ, and then ends with the command that repairs them.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends ManifestsMojo {

  /** How the report is written: {@code text}, {@code json} or {@code sarif}. */
  @Parameter(property = "sonde.check.format", defaultValue = "text")
  private String format = "text";

  /** The file to write the report to; if none is given, it goes to Maven's own output. */
  @Parameter(property = "sonde.check.output")
  private File output;

  /** The least severity that fails: {@code error}, {@code warning} or {@code info}. */
  @Parameter(property = "sonde.check.failOn", defaultValue = "error")
  private String failOn = "error";

  /** The plugin's own version, for reports. */
  @Parameter(defaultValue = "${plugin.version}", readonly = true)
  private String version;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private MojoExecution execution;

  @Override
  void run(MergeSession merge) throws IOException, MojoExecutionException, MojoFailureException {
    DriftReport report =
        DriftReport.of(
            merge.built(BuildTools.onPath().announcedTo(getLog()::info)),
            EnumWords.of(Severity.class, failOn));
    String verdict = report.verdict(RepairCommand.of(session, execution));
    write(report, EnumWords.of(FindingFormat.class, format));
    if (report.fails()) {
      throw new MojoFailureException(verdict);
    }
    getLog().info(verdict);
  }

  private void write(DriftReport report, FindingFormat form) throws IOException {
    if (output == null && form == FindingFormat.TEXT) {
      new FindingLog(getLog()).write(report.findings());
      report.diff().lines().forEach(report.fails() ? getLog()::error : getLog()::info);
      return;
    }
    StringBuilder text = new StringBuilder();
    report.output(RepairCommand.of(session, execution)).write(form, version, text);
    if (output == null) {
      System.out.print(text);
    } else {
      AllOrNothing.write(List.of(FileChange.output(output.toPath(), text.toString())));
      getLog().info("Report: " + output);
    }
  }
}
