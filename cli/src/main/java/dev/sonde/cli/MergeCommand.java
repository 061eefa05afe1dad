package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.kubelet.internal.console.TerminalDetection;
import dev.sonde.manifests.merge.MergePlan;
import dev.sonde.manifests.merge.MergeSession;
import dev.sonde.manifests.output.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the probes that code declares into manifests. */
@Command(
    name = "merge",
    description =
        "Puts the probes that the code declares into hand-written manifests, field by field, and "
            + "leaves every other byte alone.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 merged or nothing to do, 1 refused and no file touched, or merged and something"
          + " is left that merging cannot repair, 2 a file is unreadable or unwritable, or the "
          + "command line is wrong."
    })
final class MergeCommand implements Callable<Integer> {

  private static final int LEFT_WRONG = 1;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private MergeParameters parameters;

  @Option(names = "--dry-run", description = "Shows what would change, and writes nothing.")
  private boolean dryRun;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private QuietParameter quiet;

  private MergeCommand() {}

  @Override
  public Integer call() throws IOException {
    MergeSession session = parameters.session();
    MergePlan plan = session.plan();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter notes = session.texts().isEmpty() ? out : spec.commandLine().getErr();
    new TextReport(TerminalDetection.wantsColour()).write(plan.remarks(), notes);
    if (!plan.refusals().isEmpty()) {
      quiet.note(notes, "Nothing was written.");
      return LEFT_WRONG;
    }
    if (dryRun) {
      out.print(plan.diff());
    } else {
      session.write();
      session.texts().forEach(text -> out.print(new String(session.merged(text), UTF_8)));
    }
    out.flush();
    quiet.note(notes, plan.summary(dryRun));
    return plan.hasErrors() ? LEFT_WRONG : 0;
  }
}
