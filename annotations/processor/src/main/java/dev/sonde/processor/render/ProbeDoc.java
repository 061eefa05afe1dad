package dev.sonde.processor.render;

import com.squareup.javapoet.CodeBlock;
import dev.sonde.model.ProbeTiming;
import dev.sonde.processor.plan.PlannedEndpoint;
import java.util.List;

/** Tells in the Javadoc of the endpoints how they are asked, so that no YAML has to be opened. */
final class ProbeDoc {

  private ProbeDoc() {}

  static CodeBlock of(List<PlannedEndpoint> endpoints) {
    CodeBlock.Builder doc = CodeBlock.builder().add("\n<ul>\n");
    for (PlannedEndpoint endpoint : endpoints) {
      doc.add("  <li>$L\n", sentences(endpoint));
    }
    return doc.add("</ul>\n").build();
  }

  private static String sentences(PlannedEndpoint endpoint) {
    ProbeTiming timing = endpoint.timing();
    StringBuilder text = new StringBuilder(endpoint.kind().word()).append(" is asked ");
    if (timing.initialDelaySeconds() > 0) {
      text.append("from ").append(timing.initialDelaySeconds()).append(" s after the start on, ");
    }
    text.append("every ").append(timing.periodSeconds()).append(" s, and waits ");
    text.append(timing.timeoutSeconds()).append(" s for an answer. It fails after ");
    text.append(times(timing.failureThreshold(), "failure"));
    if (timing.successThreshold() > 1) {
      text.append(", and is well after ").append(times(timing.successThreshold(), "success"));
    }
    text.append('.');
    if (endpoint.checks().isEmpty()) {
      text.append("\n      It asks nothing: it succeeds as long as the process answers.");
    }
    return text.toString();
  }

  private static String times(int number, String noun) {
    return number == 1
        ? "1 " + noun
        : number + " " + noun + (noun.endsWith("s") ? "es" : "s") + " in a row";
  }
}
