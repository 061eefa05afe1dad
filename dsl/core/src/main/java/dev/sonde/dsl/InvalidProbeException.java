package dev.sonde.dsl;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Findings;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A probe was written in Java that Kubernetes would refuse. */
public final class InvalidProbeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Not part of the serialized form, which keeps the message. */
  private final transient @Nullable Findings findings;

  InvalidProbeException(ProbeKind kind, Findings findings) {
    super(
        findings.stream()
            .map(Finding::text)
            .collect(
                Collectors.joining(
                    "\n  ", "Kubernetes would refuse this " + kind.word() + " probe:\n  ", "")));
    this.findings = findings;
  }

  /** {@return what is wrong, in the API server's order; none after a trip through serialization} */
  public Findings findings() {
    return findings == null ? Findings.NONE : findings;
  }
}
