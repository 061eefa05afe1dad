package dev.sonde.kubelet.internal.prober;

import dev.sonde.kubelet.AttemptOutcome;
import java.util.function.Consumer;

/** Makes attempts of one probe: real ones, or those of a scenario. */
@FunctionalInterface
public interface ProbeHandler {

  /**
   * Makes one attempt. It must end by itself within the probe's {@code timeoutSeconds}.
   *
   * @param done takes the outcome, once, on the event loop; at once or later
   */
  void attempt(Consumer<AttemptOutcome> done);
}
