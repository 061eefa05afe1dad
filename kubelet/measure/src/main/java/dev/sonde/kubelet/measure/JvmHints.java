package dev.sonde.kubelet.measure;

import dev.sonde.measured.LimitMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a JVM has to know if it cannot see the limit: how many processors and how much memory it
 * has, and the collector that it would choose then. By a variable, so that a script that starts one
 * passes it on; whatever is no JVM takes no notice.
 */
final class JvmHints {

  private static final String VARIABLE = "JAVA_TOOL_OPTIONS";
  private static final Pattern COLLECTOR = Pattern.compile("-XX:[+-]Use\\w+GC\\b");
  private static final int SERVER_MEMORY_MEBIBYTES = 1792;

  private JvmHints() {}

  static Map<String, String> variables(
      MeasureOptions options, LimitMethod method, Map<String, String> around) {
    if (method != LimitMethod.DUTY_CYCLE && method != LimitMethod.NONE) {
      return Map.of();
    }
    List<String> hints = new ArrayList<>();
    int machine = Runtime.getRuntime().availableProcessors();
    int processors = machine;
    if (options.cpuMillis().isPresent()) {
      processors = Math.min(machine, (options.cpuMillis().getAsInt() + 999) / 1000);
      hints.add("-XX:ActiveProcessorCount=" + processors);
    }
    options.memoryMebibytes().ifPresent(memory -> hints.add("-XX:MaxRAM=" + memory + "m"));
    boolean small =
        processors < 2
            || options.memoryMebibytes().orElse(Integer.MAX_VALUE) < SERVER_MEMORY_MEBIBYTES;
    String written = around.getOrDefault(VARIABLE, "");
    boolean chosen = COLLECTOR.matcher(written + " " + String.join(" ", options.command())).find();
    if (!hints.isEmpty() && small && !chosen) {
      hints.add("-XX:+UseSerialGC");
    }
    return hints.isEmpty()
        ? Map.of()
        : Map.of(VARIABLE, (String.join(" ", hints) + " " + written).strip());
  }
}
