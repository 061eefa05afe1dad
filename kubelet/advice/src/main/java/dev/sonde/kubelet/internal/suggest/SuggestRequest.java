package dev.sonde.kubelet.internal.suggest;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.measured.MeasurementReader;
import dev.sonde.release.KubernetesVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What numbers are asked for. Every {@code with} method returns a changed copy.
 *
 * @param probed the container as it is
 * @param objectives what is wanted of it; at least one
 * @param evidence what was measured of it
 * @param margin how much slower than measured starts may be: a node that is busier, caches that are
 *     cold; 1 to 100, judgement and not statistics
 * @param release whose kubelet confirms the numbers
 */
public record SuggestRequest(
    ProbedContainer probed,
    Objectives objectives,
    StartEvidence evidence,
    double margin,
    KubernetesVersion release) {

  /** The margin of those who do not choose one. */
  public static final double USUAL_MARGIN = 2;

  private static final double LARGEST_MARGIN = 100;

  /**
   * Checks the objectives and the margin.
   *
   * @throws IllegalArgumentException if nothing is wanted, or the margin is out of its range
   */
  public SuggestRequest {
    if (objectives.values().isEmpty()) {
      throw new IllegalArgumentException(
          "There is no objective. Name at least one, such as readyWithin 30s.");
    }
    if (!(margin >= 1 && margin <= LARGEST_MARGIN)) {
      throw new IllegalArgumentException(
          "margin " + margin + " is outside 1 to 100. Write 2 for starts twice as slow.");
    }
  }

  /**
   * {@return a request without evidence, with the usual margin, for the newest release}
   *
   * @param probed the container as it is
   * @param objectives what is wanted of it; at least one
   * @throws IllegalArgumentException if nothing is wanted
   */
  public static SuggestRequest of(ProbedContainer probed, Objectives objectives) {
    return new SuggestRequest(
        probed, objectives, StartEvidence.NONE, USUAL_MARGIN, KubernetesVersion.DEFAULT);
  }

  /**
   * {@return this with what was measured}
   *
   * @param file a document that measuring wrote
   * @param workload the container's workload, as {@code Deployment/orders} or {@code orders}; unset
   *     means any
   * @throws IOException if it cannot be read
   * @throws UnreadableDocumentException if anything in it is wrong, was changed by hand, or it is
   *     of other containers
   */
  public SuggestRequest measured(Path file, Optional<String> workload) throws IOException {
    return with(
        StartEvidence.of(
            file.toString(),
            MeasurementReader.read(file),
            probed,
            workload.map(name -> name.substring(name.indexOf('/') + 1))));
  }

  SuggestRequest with(StartEvidence other) {
    return new SuggestRequest(probed, objectives, other, margin, release);
  }

  /**
   * {@return this with another margin}
   *
   * @param other 1 to 100
   * @throws IllegalArgumentException if it is out of its range
   */
  public SuggestRequest withMargin(double other) {
    return new SuggestRequest(probed, objectives, evidence, other, release);
  }

  /**
   * {@return this for another release}
   *
   * @param other whose kubelet confirms the numbers
   */
  public SuggestRequest on(KubernetesVersion other) {
    return new SuggestRequest(probed, objectives, evidence, margin, other);
  }

  /** {@return how long a start may take that has to be survived, in milliseconds} */
  long slowestStart() {
    return (long) Math.ceil(evidence.starts().largest().orElse(0) * margin);
  }
}
