package dev.sonde.processor.check;

import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.DeclaredHeartbeat;
import dev.sonde.processor.read.HandlerSetting;
import dev.sonde.rules.JavaRule;
import java.util.List;

/** Judges heartbeats. */
final class HeartbeatRules {

  private HeartbeatRules() {}

  static void judge(
      HandlerSetting written, DeclaredHeartbeat heartbeat, List<SourceProblem> problems) {
    if (!heartbeat.file().startsWith("/") || heartbeat.file().endsWith("/")) {
      problems.add(
          SourceProblem.of(
              JavaRule.HEARTBEAT,
              placeOf("heartbeat.file", written),
              "file \"" + heartbeat.file() + "\" is no path from the root to a file.",
              "Write one such as \"/tmp/live\"; commands of probes run in the root."));
    }
    if (heartbeat.everySeconds().isPresent() && heartbeat.everySeconds().get() < 1) {
      problems.add(
          SourceProblem.of(
              JavaRule.HEARTBEAT,
              placeOf("heartbeat.everySeconds", written),
              "everySeconds = " + heartbeat.everySeconds().get() + " is under 1.",
              "Write at least 1, or remove it to have a third of the probe's period."));
    }
    if (heartbeat.besideExec()) {
      problems.add(
          SourceProblem.of(
              JavaRule.HEARTBEAT,
              written.place(),
              "exec is set beside " + written.place() + ", which brings a command of its own.",
              "Keep one of them."));
    }
  }

  private static SourcePlace placeOf(String name, HandlerSetting written) {
    SourcePlace place = written.places().get(name);
    return place != null ? place : written.place();
  }
}
