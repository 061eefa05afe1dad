package dev.sonde.manifests.measured;

import dev.sonde.measured.MeasuredEvidence;
import dev.sonde.model.WorkloadRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one file measured, and what of it belongs to a manifest. To be used by one thread. */
public final class EvidenceSet {

  private final String file;
  private final List<MeasuredEvidence> all;
  private final Set<MeasuredEvidence> used = new HashSet<>();

  EvidenceSet(String file, List<MeasuredEvidence> all) {
    this.file = file;
    this.all = List.copyOf(all);
  }

  /** {@return one without a measurement} */
  public static EvidenceSet none() {
    return new EvidenceSet("", List.of());
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  String file() {
    return file;
  }

  List<MeasuredEvidence> unused() {
    return all.stream().filter(one -> !used.contains(one)).toList();
  }

  /**
   * {@return what was measured of a container, under whatever limits}
   *
   * @param workload the workload that has it
   * @param container its name
   */
  public List<MeasuredEvidence> of(WorkloadRef workload, String container) {
    List<MeasuredEvidence> found =
        all.stream()
            .filter(one -> one.series().container().equals(container))
            .filter(one -> mayBe(one.series().workload(), workload))
            .toList();
    used.addAll(found);
    return found;
  }

  /**
   * What a measurement leaves out may be anything; so may a namespace that a manifest leaves out.
   */
  private static boolean mayBe(WorkloadRef measured, WorkloadRef written) {
    return mayBe(measured.kind(), written.kind())
        && mayBe(measured.name(), written.name())
        && (written.namespace().isEmpty() || mayBe(measured.namespace(), written.namespace()));
  }

  private static boolean mayBe(Optional<String> measured, Optional<String> written) {
    return measured.isEmpty() || measured.equals(written);
  }
}
