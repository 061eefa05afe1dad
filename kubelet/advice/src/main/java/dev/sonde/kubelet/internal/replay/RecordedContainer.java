package dev.sonde.kubelet.internal.replay;

import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A container of a pod as its status has it.
 *
 * @param name its name
 * @param role {@code container}, {@code sidecar} or {@code init container}
 * @param spec what the pod's own spec says of it, as far as probes go
 * @param restarts how often it was restarted
 * @param ready it is ready
 * @param runningSince since when the instance runs that runs
 * @param waits why it does not run yet, or not again
 * @param end how it ended, if it is over
 * @param lastEnd how the instance before ended
 */
record RecordedContainer(
    String name,
    String role,
    Optional<ContainerSpec> spec,
    OptionalLong restarts,
    boolean ready,
    Optional<Instant> runningSince,
    Optional<String> waits,
    Optional<RecordedEnd> end,
    Optional<RecordedEnd> lastEnd) {

  /** One that only events, counts or another file tell of. */
  static RecordedContainer named(String name, Optional<ContainerSpec> spec) {
    return new RecordedContainer(
        name,
        "container",
        spec,
        OptionalLong.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static RecordedContainer of(String role, ContainerSpec spec, RecordedObject status) {
    Optional<RecordedObject> state = status.object("state");
    return new RecordedContainer(
        spec.name().orElse(""),
        role,
        Optional.of(spec),
        status.whole("restartCount"),
        status.is("ready"),
        state.flatMap(now -> now.object("running")).flatMap(run -> run.moment("startedAt")),
        state.flatMap(now -> now.object("waiting")).flatMap(wait -> wait.text("reason")),
        end(state),
        end(status.object("lastState")));
  }

  private static Optional<RecordedEnd> end(Optional<RecordedObject> state) {
    return state.flatMap(some -> some.object("terminated")).map(RecordedEnd::read);
  }

  /** {@return one of its probes, if its spec is known and has it} */
  Optional<Probe> probe(ProbeKind kind) {
    return spec.flatMap(some -> some.probe(kind));
  }

  RecordedContainer with(ContainerSpec other) {
    return new RecordedContainer(
        name, role, Optional.of(other), restarts, ready, runningSince, waits, end, lastEnd);
  }
}
