package dev.sonde.maven;

import dev.sonde.kubelet.internal.suggest.Objective;
import dev.sonde.kubelet.internal.suggest.Objectives;
import dev.sonde.kubelet.internal.suggest.Suggest;
import dev.sonde.kubelet.internal.suggest.SuggestRequest;
import dev.sonde.kubelet.internal.suggest.Suggestion;
import dev.sonde.rules.KubernetesOption;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Finds the smallest change of a container's probes that meets what is wanted of them, and confirms
 * it in the simulator. Fails if nothing would do, with the wishes that contradict each other, and
 * by how much.
 */
@Mojo(name = "suggest", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class SuggestMojo extends ClassesMojo {

  /** A manifest or a probe-set document. If none is given, the probes of the compiled classes. */
  @Parameter(property = "sonde.suggest.file")
  private File file;

  /** Which workload of a manifest, as {@code Deployment/orders} or {@code orders}. */
  @Parameter(property = "sonde.workload")
  private String workload;

  /** Which container, by its name. */
  @Parameter(property = "sonde.container")
  private String container;

  /** The pod is ready at most so long after the application could be, such as {@code 30s}. */
  @Parameter(property = "sonde.suggest.readyWithin")
  private String readyWithin;

  /** At most so long after a hang the next instance runs. */
  @Parameter(property = "sonde.suggest.hangRestartedWithin")
  private String hangRestartedWithin;

  /** A hang that ends after this time restarts nothing. */
  @Parameter(property = "sonde.suggest.stallSurvived")
  private String stallSurvived;

  /** Traffic ends within this time after a hang. */
  @Parameter(property = "sonde.suggest.trafficGoneWithin")
  private String trafficGoneWithin;

  /** Probes kill none of this many starts like the measured ones, times the margin. */
  @Parameter(property = "sonde.suggest.startsSurvived")
  private String startsSurvived;

  /** A document with objectives; what is set besides wins over it. */
  @Parameter(property = "sonde.suggest.objectives")
  private File objectives;

  /** What was measured, {@code sonde-measured.yaml}. */
  @Parameter(property = "sonde.suggest.measured")
  private File measured;

  /** How many times slower than measured starts may be on other nodes, 1 to 100. */
  @Parameter(property = "sonde.suggest.margin", defaultValue = "2")
  private double margin = SuggestRequest.USUAL_MARGIN;

  /**
   * The release of Kubernetes whose kubelet confirms, 1.31 to 1.37; of several the newest. If none
   * is given, the newest known.
   */
  @Parameter(property = "sonde.kubernetes")
  private List<String> kubernetes = List.of();

  @Override
  void run() throws IOException, MojoFailureException {
    SuggestRequest request =
        SuggestRequest.of(probed(file, workload, container), wanted()).withMargin(margin);
    if (measured != null) {
      request = request.measured(measured.toPath(), Optional.ofNullable(workload));
    }
    Suggestion suggestion =
        Suggest.of(KubernetesOption.newest(kubernetes).map(request::on).orElse(request));
    System.out.print(suggestion.text());
    if (!suggestion.isMet()) {
      throw new MojoFailureException("No numbers meet all objectives.");
    }
  }

  private Objectives wanted() throws IOException {
    Objectives written =
        objectives == null ? Objectives.NONE : Objectives.read(objectives.toPath());
    return written
        .with(Objective.READY_WITHIN, Optional.ofNullable(readyWithin))
        .with(Objective.HANG_RESTARTED_WITHIN, Optional.ofNullable(hangRestartedWithin))
        .with(Objective.STALL_SURVIVED, Optional.ofNullable(stallSurvived))
        .with(Objective.TRAFFIC_GONE_WITHIN, Optional.ofNullable(trafficGoneWithin))
        .with(Objective.STARTS_SURVIVED, Optional.ofNullable(startsSurvived));
  }
}
