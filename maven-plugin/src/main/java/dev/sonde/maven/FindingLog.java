package dev.sonde.maven;

import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.output.TextReport;
import java.io.IOException;
import org.apache.maven.plugin.logging.Log;

/** Writes findings into Maven's own output, each at the level of its severity. */
record FindingLog(Log log) {

  void write(Iterable<PlacedFinding> findings) throws IOException {
    for (PlacedFinding finding : findings) {
      StringBuilder text = new StringBuilder();
      new TextReport(false).writeWithoutSeverity(finding, text);
      switch (finding.finding().severity()) {
        case ERROR -> log.error(text);
        case WARNING -> log.warn(text);
        case INFO -> log.info(text);
      }
    }
  }
}
