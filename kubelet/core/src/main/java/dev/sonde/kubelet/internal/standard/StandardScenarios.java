package dev.sonde.kubelet.internal.standard;

import dev.sonde.kubelet.internal.time.TimeWords;
import dev.sonde.kubelet.sim.ApplicationFault;
import dev.sonde.kubelet.sim.FaultEffect;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.SimulatedApplication;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.TimeRange;
import dev.sonde.model.TimingAnswers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The scenarios that are shown for every container with probes: the slowest start that is safe, a
 * hang, and a database that is away for a while. The container's own numbers decide when things
 * happen and for how long to watch.
 */
public final class StandardScenarios {

  /** A start that takes longer is not waited for. */
  private static final Duration LONGEST_START = Duration.ofMinutes(30);

  /** How long a slow start takes where no probe bounds it. */
  private static final Duration UNBOUNDED_START = Duration.ofSeconds(30);

  /** How long the database is away. */
  private static final Duration BLIP = Duration.ofSeconds(60);

  /** How much longer than the incident a scenario is watched at most. */
  private static final Duration LONGEST_AFTERMATH = Duration.ofMinutes(30);

  private static final long GRID_SECONDS = 5;

  private final PodSpec pod;
  private final ContainerSpec container;
  private final TimingAnswers answers;

  private StandardScenarios(PodSpec pod, ContainerSpec container) {
    this.pod = pod;
    this.container = container;
    this.answers = TimingAnswers.of(container, pod);
  }

  /**
   * {@return the scenarios of a container; none for one without probes}
   *
   * @param pod its pod, which Kubernetes accepts
   * @param container one of the pod's
   */
  public static List<PlannedScenario> of(PodSpec pod, ContainerSpec container) {
    if (container.probes().isEmpty()) {
      return List.of();
    }
    StandardScenarios standard = new StandardScenarios(pod, container);
    return List.of(standard.start(), standard.hang(), standard.blip());
  }

  private PlannedScenario start() {
    Optional<Duration> allowed = answers.startGuaranteed();
    Duration takes = shorter(allowed.orElse(UNBOUNDED_START), LONGEST_START);
    String story =
        allowed.isPresent()
            ? "The application answers for the first time after %s: the slowest start that is never"
                + " restarted."
            : "The application answers for the first time after %s; no probe bounds its start.";
    return plan(
        "start",
        "Slow start",
        story.formatted(TimeWords.text(takes)),
        usual().startsIn(takes),
        Optional.empty(),
        ApplicationHabits.allWell(pod).plus(takes).plus(tail()));
  }

  private PlannedScenario hang() {
    Duration incident = incident();
    Duration aftermath =
        ApplicationHabits.longer(worst(answers.hangToKill()), worst(answers.hangToNoTraffic()))
            .plus(shorter(answers.killToGone(), LONGEST_AFTERMATH))
            .plus(ApplicationHabits.allWell(pod))
            .plus(tail());
    return plan(
        "hang",
        "Hang",
        "At %s the application deadlocks: it answers nothing any more, and does not stop when asked to."
            .formatted(TimeWords.text(incident)),
        // Deadlocked, it does not even close its port.
        usual()
            .ignoresSigterm()
            .refusesOnceStopping(false)
            .fault(ApplicationFault.from(incident, FaultEffect.HANGS).ofInstance(1)),
        Optional.of(incident),
        incident.plus(shorter(aftermath, LONGEST_AFTERMATH)));
  }

  private PlannedScenario blip() {
    Duration incident = incident();
    Set<ProbeKind> noticing = noticing();
    ProbeKind[] others =
        noticing.stream().filter(kind -> kind != ProbeKind.READINESS).toArray(ProbeKind[]::new);
    ApplicationFault fault =
        ApplicationFault.from(incident, FaultEffect.FAILS)
            .lasting(BLIP)
            .noticedBy(ProbeKind.READINESS, others)
            .saying("HTTP status 503");
    Duration aftermath =
        BLIP.plus(answers.recoveryToTraffic().orElse(Duration.ZERO))
            .plus(others.length == 0 ? Duration.ZERO : ApplicationHabits.allWell(pod))
            .plus(tail());
    String also = others.length == 0 ? "" : " So does liveness: it asks the same endpoint.";
    return plan(
        "database-blip",
        "Database blip",
        "From %s on the database is away for %s: readiness says so.%s"
            .formatted(TimeWords.text(incident), TimeWords.text(BLIP), also),
        usual().fault(fault),
        Optional.of(incident),
        incident.plus(shorter(aftermath, LONGEST_AFTERMATH)));
  }

  /** What asks the same endpoint as readiness notices the same. */
  private Set<ProbeKind> noticing() {
    Set<ProbeKind> kinds = new TreeSet<>(Set.of(ProbeKind.READINESS));
    Optional<Probe> readiness = container.probe(ProbeKind.READINESS).map(Probe::withDefaults);
    Optional<Probe> liveness = container.probe(ProbeKind.LIVENESS).map(Probe::withDefaults);
    if (readiness.isPresent()
        && liveness.isPresent()
        && readiness.get().handler().equals(liveness.get().handler())) {
      kinds.add(ProbeKind.LIVENESS);
    }
    return kinds;
  }

  /** All is well for two rounds; then, just after a full moment, it is not. */
  private Duration incident() {
    Duration calm = shorter(ApplicationHabits.allWell(pod), LONGEST_START).plus(tail());
    long full = (calm.toSeconds() + GRID_SECONDS) / GRID_SECONDS * GRID_SECONDS;
    return Duration.ofSeconds(full + 1);
  }

  /** Two rounds of the slowest probe. */
  private Duration tail() {
    long slowest =
        container.probes().values().stream()
            .mapToLong(probe -> probe.timing().periodSeconds())
            .max()
            .orElse(1);
    return shorter(Duration.ofSeconds(2 * slowest), LONGEST_START);
  }

  private SimulatedApplication.Builder usual() {
    return ApplicationHabits.usual(container, pod);
  }

  private PlannedScenario plan(
      String id,
      String title,
      String story,
      SimulatedApplication.Builder application,
      Optional<Duration> incident,
      Duration duration) {
    String name = PodTemplate.nameOf(container);
    Scenario calm = Scenario.of(pod);
    Scenario scenario =
        new Scenario(
            title,
            shorter(
                ApplicationHabits.longer(duration, Duration.ofSeconds(1)), PlannedScenario.LONGEST),
            calm.seed(),
            calm.kubelet(),
            ApplicationHabits.template(pod).with(name, application.build()),
            calm.fleet(),
            calm.removal());
    return new PlannedScenario(id, title, story, scenario, incident, Optional.of(name));
  }

  private static Duration worst(Optional<TimeRange> range) {
    return range.map(TimeRange::worst).orElse(Duration.ZERO);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
