package dev.sonde.maven;

import dev.sonde.kubelet.internal.input.ContainerChoice;
import dev.sonde.kubelet.internal.input.ContainerSource;
import dev.sonde.kubelet.internal.replay.RecordingSource;
import dev.sonde.kubelet.internal.replay.Replay;
import dev.sonde.kubelet.internal.replay.ReplayReport;
import dev.sonde.kubelet.internal.replay.ReplayRequest;
import dev.sonde.rules.KubernetesOption;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Reads pods and events, as kubectl prints them, or a kubelet's metrics, and says what happened to
 * a container, which probe and number decided, and what other numbers would have done. Fails if of
 * an instance it is neither known nor inferred why it ended.
 */
@Mojo(name = "replay", requiresProject = false, threadSafe = true)
public final class ReplayMojo extends SondeMojo {

  /** What {@code kubectl get pod,events -o json} printed, or a kubelet's metrics; files. */
  @Parameter(property = "sonde.recordings", required = true)
  private List<File> recordings = List.of();

  /** The only pod that counts. If none is given, all. */
  @Parameter(property = "sonde.replay.pod")
  private String pod;

  /** The only container that counts. If none is given, all. */
  @Parameter(property = "sonde.container")
  private String container;

  /** A manifest or a probe-set document with the probes of a pod that is not recorded. */
  @Parameter(property = "sonde.replay.probes")
  private File probes;

  /**
   * How long after its first failed try the application would have been well again, such as {@code
   * 35s}, if its log says so. If not given, the answers are bounds.
   */
  @Parameter(property = "sonde.replay.wellAfter")
  private String wellAfter;

  /**
   * The release of Kubernetes whose kubelet it was, 1.31 to 1.37; of several the newest. If none is
   * given, the newest known.
   */
  @Parameter(property = "sonde.kubernetes")
  private List<String> kubernetes = List.of();

  @Override
  void run() throws IOException, MojoFailureException {
    ReplayReport report = Replay.of(request());
    System.out.print(report.text());
    if (!report.isExplained()) {
      throw new MojoFailureException("Of an instance it is not known why it ended.");
    }
  }

  private ReplayRequest request() throws IOException {
    List<RecordingSource> sources = new ArrayList<>();
    for (File recording : recordings) {
      sources.add(RecordingSource.of(recording.getPath(), System.in));
    }
    ReplayRequest request =
        ReplayRequest.of(sources).of(Optional.ofNullable(pod), Optional.ofNullable(container));
    if (probes != null) {
      ContainerChoice choice =
          new ContainerChoice(
              Optional.empty(), Optional.ofNullable(container), "<%s>NAME in the pom");
      request = request.with(ContainerSource.read(probes.toPath(), choice));
    }
    if (wellAfter != null) {
      request = request.wellAfter(wellAfter);
    }
    return KubernetesOption.newest(kubernetes).map(request::on).orElse(request);
  }
}
