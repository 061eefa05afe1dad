package dev.sonde.kubelet.measure;

import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredStop;
import dev.sonde.model.ProbeKind;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What one run came to.
 *
 * @param end how it ended
 * @param words how, for people, of a run that was not complete
 * @param probes what each probe's endpoint did
 * @param stop how it stopped
 * @param cpuMillis CPU time until every probe had succeeded, if it is seen
 * @param memoryMebibytes the most memory that the process used, if it is seen
 * @param disturbed whether other work took what the limit would have allowed
 */
record RunRecord(
    RunEnd end,
    String words,
    Map<ProbeKind, MeasuredProbe> probes,
    MeasuredStop stop,
    OptionalLong cpuMillis,
    OptionalLong memoryMebibytes,
    boolean disturbed) {

  /** Copies the probes, so that the value stays what it was. */
  RunRecord {
    probes = Map.copyOf(probes);
  }

  /** Whether its start counts. */
  boolean started() {
    return end == RunEnd.COMPLETE || end == RunEnd.KILLED;
  }
}
