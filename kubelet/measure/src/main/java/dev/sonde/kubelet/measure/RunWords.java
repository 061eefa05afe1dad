package dev.sonde.kubelet.measure;

import dev.sonde.measured.Distribution;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

/** One line for each run. */
final class RunWords {

  /** Said where the load came to nothing. */
  static final String NO_LOAD = "no request of the load was answered.";

  private RunWords() {}

  static String of(int number, int all, RunRecord run) {
    String head = "run %d of %d: ".formatted(number, all);
    if (!run.started()) {
      return head + run.words();
    }
    List<String> parts = new ArrayList<>();
    new EnumMap<>(run.probes())
        .forEach(
            (kind, probe) ->
                probe
                    .firstSuccess()
                    .largest()
                    .ifPresent(first -> parts.add(kind.word() + " " + seconds(first))));
    run.cpuMillis().ifPresent(cpu -> parts.add(seconds(cpu) + " of CPU"));
    run.memoryMebibytes().ifPresent(memory -> parts.add(memory + " Mi"));
    Distribution stops = run.stop().all();
    stops.largest().ifPresent(stop -> parts.add("stopped in " + seconds(stop)));
    if (run.disturbed()) {
      parts.add("disturbed by other work on this machine");
    }
    if (!run.words().isEmpty()) {
      parts.add(run.words());
    }
    return head + String.join(", ", parts);
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
  }
}
