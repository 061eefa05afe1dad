package dev.sonde.cli;

import dev.sonde.kubelet.internal.console.TerminalDetection;
import dev.sonde.manifests.output.FindingFormat;
import dev.sonde.manifests.output.FindingOutput;
import dev.sonde.manifests.overlay.BuildTools;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** In which form {@code lint} and {@code check} print what they find. */
final class FormatParameters {

  private static final String HINT = "Explain a rule with: sonde explain RULE";

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text for people, json for programs, sarif for code review; text if not given.")
  private FindingFormat format = FindingFormat.TEXT;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private QuietParameter quiet;

  private FormatParameters() {}

  /** {@return what builds overlays and charts, and says so to people who wait at a terminal} */
  BuildTools buildTools() {
    return BuildTools.onPath()
        .announcedTo(
            new ProgressLines(
                () -> !quiet.isQuiet() && TerminalDetection.showsProgress(),
                spec.commandLine().getErr()));
  }

  void print(FindingOutput found) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (format == FindingFormat.TEXT) {
      found.withClosing(closing(found)).writeText(TerminalDetection.wantsColour(), out);
    } else {
      found.write(format, SondeVersion.number(), out);
    }
    out.flush();
  }

  private String closing(FindingOutput found) {
    if (quiet.isQuiet()) {
      return "";
    }
    return found.findings().isEmpty() ? found.closing() : HINT + "\n" + found.closing();
  }
}
