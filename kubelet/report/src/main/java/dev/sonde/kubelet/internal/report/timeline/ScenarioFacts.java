package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.RolloutChanged;
import dev.sonde.kubelet.internal.report.model.Timeline.Fact;
import dev.sonde.kubelet.internal.standard.PlannedScenario;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.internal.time.TimeWords;
import dev.sonde.kubelet.sim.KubeletMode;
import dev.sonde.kubelet.sim.PodFleet;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.ServiceTraffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a scenario comes to. In real mode no two nodes are alike: it is played with many seeds, for
 * the best and the worst.
 */
final class ScenarioFacts {

  /** With how many seeds a scenario is played; more pods than are shown vary by themselves. */
  static final int SEEDS = 20;

  private static final long NEVER = -1;

  private final PlannedScenario plan;
  private final FactRange ready = new FactRange("Ready");
  private final FactRange removed = new FactRange("Traffic removed");
  private final FactRange decided = new FactRange("Restart decided");
  private final FactRange back = new FactRange("Traffic back");
  private final FactRange complete = new FactRange("Complete");
  private final FactRange stalled = new FactRange("Stalled");
  private final FactRange restarts = new FactRange("Restarts");
  private final FactRange fewest = new FactRange("Fewest pods with traffic");
  private final FactRange lost = new FactRange("Requests lost");

  private ScenarioFacts(PlannedScenario plan) {
    this.plan = plan;
  }

  static List<Fact> of(PlannedScenario plan, ScenarioRecording shown) {
    ScenarioFacts facts = new ScenarioFacts(plan);
    facts.add(shown);
    Scenario scenario = shown.scenario();
    for (int i = 1; i < seeds(scenario); i++) {
      Scenario other = facts.shifted(scenario.withSeed(scenario.seed() + i));
      facts.add(ScenarioRecording.of(other, ScenarioFacts::isCounted));
    }
    List<Fact> all = facts.told();
    bounds(plan, shown, all);
    return all;
  }

  private static int seeds(Scenario scenario) {
    boolean many = scenario.fleet().replicas() > ScenarioRecording.MOST_SHOWN;
    return scenario.kubelet().mode() == KubeletMode.REAL && !many ? SEEDS : 1;
  }

  /** An incident finds each pod's probes at another moment of their periods. */
  private Scenario shifted(Scenario scenario) {
    if (plan.incident().isEmpty() || isRollout()) {
      return scenario;
    }
    int slowest =
        Stream.concat(
                scenario.pod().initContainers().stream(), scenario.pod().containers().stream())
            .filter(some -> plan.container().filter(PodTemplate.nameOf(some)::equals).isPresent())
            .flatMap(some -> some.probes().values().stream())
            .mapToInt(probe -> probe.timing().periodSeconds())
            .max()
            .orElse(0);
    PodFleet fleet = scenario.fleet();
    return scenario.with(
        new PodFleet(fleet.replicas(), Duration.ofSeconds(slowest), fleet.rollout()));
  }

  private static boolean isCounted(KubeletEvent event) {
    return event instanceof ContainerEvent.ContainerRunning
        || event instanceof ContainerEvent.KillDecided
        || event instanceof PodEvent.PodReadyChanged
        || event instanceof PodEvent.TrafficChanged
        || event instanceof RolloutChanged;
  }

  private boolean isRollout() {
    return plan.scenario().fleet().rollout().isPresent();
  }

  private void add(ScenarioRecording played) {
    long incident = plan.incident().map(NanoTime::of).orElse(0L);
    ready.add(first(played, PodEvent.PodReadyChanged.class, PodEvent.PodReadyChanged::ready, 0));
    long gone = first(played, PodEvent.TrafficChanged.class, t -> !t.receives(), incident);
    long kill =
        first(played, ContainerEvent.KillDecided.class, k -> k.reason().isProbe(), incident);
    removed.add(since(incident, gone));
    decided.add(since(incident, kill));
    long returned =
        gone < 0
            ? NEVER
            : first(
                played,
                PodEvent.TrafficChanged.class,
                PodEvent.TrafficChanged::receives,
                Math.max(gone, kill));
    back.add(since(incident, returned));
    restarts.add(
        played.all(ContainerEvent.ContainerRunning.class).filter(r -> r.instance() > 1).count());
    ServiceTraffic traffic = played.traffic();
    fewest.add(traffic.fewestPods());
    lost.add(NanoTime.of(traffic.lost()));
    plan.scenario().fleet().rollout().ifPresent(update -> add(played, NanoTime.of(update.at())));
  }

  private void add(ScenarioRecording played, long begin) {
    complete.add(since(begin, state(played, RolloutChanged.State.COMPLETE)));
    stalled.add(state(played, RolloutChanged.State.STALLED) < 0 ? 0 : 1);
  }

  private static long state(ScenarioRecording played, RolloutChanged.State state) {
    return first(played, RolloutChanged.class, changed -> changed.state() == state, 0);
  }

  private List<Fact> told() {
    List<Fact> facts = new ArrayList<>();
    if (isRollout()) {
      facts.add(complete.later());
      if (stalled.most() > 0) {
        facts.add(new Fact("Stalled", "yes: no progress until the deadline"));
      }
      traffic(facts);
    } else if (plan.incident().isPresent()) {
      facts.add(removed.later());
      facts.add(decided.later());
      if (removed.most() >= 0) {
        facts.add(back.later());
      }
      facts.add(restarts.numbers());
    } else {
      facts.add(ready.after());
      facts.add(restarts.numbers());
      if (plan.scenario().fleet().replicas() > 1) {
        traffic(facts);
      }
    }
    return facts;
  }

  private void traffic(List<Fact> facts) {
    facts.add(fewest.numbers());
    facts.add(lost.requests());
  }

  private static void bounds(PlannedScenario plan, ScenarioRecording recording, List<Fact> facts) {
    if (plan.scenario().duration().compareTo(recording.scenario().duration()) > 0) {
      facts.add(
          new Fact(
              "Shown",
              "the first %s of %s"
                  .formatted(
                      TimeWords.text(recording.scenario().duration()),
                      TimeWords.text(plan.scenario().duration()))));
    }
    int played = recording.scenario().fleet().replicas();
    if (plan.scenario().fleet().replicas() > played
        || recording.allPods() > recording.pods().size()) {
      facts.add(
          new Fact(
              "Pods",
              "%d shown, %d played, %d replicas"
                  .formatted(
                      recording.pods().size(),
                      recording.allPods(),
                      plan.scenario().fleet().replicas())));
    }
  }

  private static <E extends KubeletEvent> long first(
      ScenarioRecording played, Class<E> type, Predicate<E> which, long from) {
    Stream<E> events = played.all(type);
    return events
        .filter(event -> event.at() >= from)
        .filter(which)
        .mapToLong(KubeletEvent::at)
        .findFirst()
        .orElse(NEVER);
  }

  private static long since(long begin, long at) {
    return at < 0 ? NEVER : at - begin;
  }
}
