package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.model.ProbeKind;
import java.util.List;
import java.util.Optional;

/** Says how near an application came to a restart that its probes did not decide. */
final class RestartCause {

  private final PodLook look;

  RestartCause(PodLook look) {
    this.look = look;
  }

  /** A sentence with a blank before it. */
  String soFar(int from) {
    List<KubeletEvent> events = look.log().events();
    ProbeKind kind = look.started() ? ProbeKind.LIVENESS : ProbeKind.STARTUP;
    if (look.container().probe(kind).isEmpty()) {
      return " It has no " + kind.word() + " probe, which alone could have it restarted.";
    }
    return events.subList(Math.min(from, events.size()), events.size()).stream()
        .filter(event -> PodLook.isTry(event, kind))
        .map(ProbeEvent.ProbeTried.class::cast)
        .reduce((earlier, later) -> later)
        .filter(last -> PodLook.isFailure(last, kind))
        .map(last -> failing(kind, last))
        .orElse(" Nothing was wrong with it as far as the probes could tell.");
  }

  private String failing(ProbeKind kind, ProbeEvent.ProbeTried last) {
    String numbers =
        Optional.ofNullable(look.container().probes().get(kind))
            .map(ProbeNumbers::of)
            .map(ProbeNumbers::text)
            .orElse("");
    return " Its %s probe, with %s, had failed %s; failureThreshold = %d would have decided it at t=%s."
        .formatted(
            kind.word(),
            numbers,
            ProbeNumbers.inARow(last.run()),
            last.run(),
            NanoTime.text(last.at()));
  }
}
