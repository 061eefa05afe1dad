package dev.sonde.kubelet.internal.standard;

import dev.sonde.kubelet.internal.time.TimeWords;
import dev.sonde.kubelet.sim.KubeletSettings;
import dev.sonde.kubelet.sim.PodAmount;
import dev.sonde.kubelet.sim.PodFleet;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.VersionRollout;
import dev.sonde.model.PodSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * The rolling update of a workload.
 *
 * @param replicas how many pods are wanted
 * @param maxSurge how many more there may be
 * @param maxUnavailable how many fewer may be available
 * @param minReady how long a pod has to be ready to count as available
 */
public record UpdatePlan(
    int replicas, PodAmount maxSurge, PodAmount maxUnavailable, Duration minReady) {

  /** What is assumed where nothing is known: three pods, updated as Kubernetes does by default. */
  public static final UpdatePlan DEFAULT =
      new UpdatePlan(3, PodAmount.DEFAULT, PodAmount.DEFAULT, Duration.ZERO);

  /** More are not played. */
  private static final int MOST_REPLICAS = 6;

  /** How long endpoints take to learn of a change, in small clusters. */
  private static final Duration ENDPOINT_DELAY = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Duration TAIL = Duration.ofSeconds(10);

  /**
   * {@return the update as a scenario}
   *
   * @param pod the pods, which Kubernetes accepts
   */
  public PlannedScenario scenario(PodSpec pod) {
    PodTemplate template = ApplicationHabits.template(pod);
    int played = Math.min(replicas, MOST_REPLICAS);
    Duration well = ApplicationHabits.allWell(pod);
    Duration at = ApplicationHabits.longer(TAIL, well.plus(Duration.ofSeconds(5)));
    VersionRollout rollout =
        new VersionRollout(
            at,
            template,
            maxSurge,
            maxUnavailable,
            minReady,
            VersionRollout.DEFAULT_PROGRESS_DEADLINE);
    Scenario calm = Scenario.of(pod);
    return new PlannedScenario(
        "rolling-update",
        "Rolling update",
        story(played, at),
        new Scenario(
            "Rolling update",
            duration(played, at, well),
            calm.seed(),
            kubelet(),
            template,
            new PodFleet(played, Duration.ZERO, Optional.of(rollout)),
            Optional.empty()),
        Optional.of(at),
        Optional.empty());
  }

  private Duration duration(int played, Duration at, Duration well) {
    Duration eachAlone = well.plus(minReady).plusSeconds(5).multipliedBy(played);
    Duration all = at.plus(eachAlone).plus(TAIL);
    return all.compareTo(LONGEST) < 0 ? all : LONGEST;
  }

  private String story(int played, Duration at) {
    String pods =
        replicas > played
            ? "%d of %d pods".formatted(played, replicas)
            : played + (played == 1 ? " pod" : " pods");
    return ("At %s an update of %s to a version that starts as fast begins. A pod that gets"
            + " SIGTERM refuses connections at once, and endpoints follow after %s.")
        .formatted(TimeWords.text(at), pods, TimeWords.text(ENDPOINT_DELAY));
  }

  private static KubeletSettings kubelet() {
    return KubeletSettings.DEFAULT.delayed(Duration.ZERO, ENDPOINT_DELAY);
  }
}
