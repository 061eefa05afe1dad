package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.pod.KubeletConfig;
import dev.sonde.kubelet.pod.Pod;
import dev.sonde.kubelet.prober.ProberConfig;
import dev.sonde.kubelet.time.Nanos;
import dev.sonde.kubelet.time.VirtualLoop;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Findings;
import dev.sonde.rules.PodSpecRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Plays a scenario on virtual time. The same scenario gives the same events. */
public final class Simulation {

  private final Scenario scenario;

  /**
   * Prepares a scenario.
   *
   * @param scenario what to play
   */
  public Simulation(Scenario scenario) {
    this.scenario = scenario;
  }

  /** {@return what the API server says to the pod; with an error in it there is nothing to play} */
  public Findings findings() {
    return PodSpecRules.validate(scenario.pod(), FieldPath.of("spec"));
  }

  /**
   * Plays the scenario.
   *
   * @return all that happened, in order
   */
  public List<KubeletEvent> run() {
    List<KubeletEvent> events = new ArrayList<>();
    run(events::add);
    return List.copyOf(events);
  }

  /**
   * Plays the scenario.
   *
   * @param events hears what happens, in order
   */
  public void run(Consumer<KubeletEvent> events) {
    VirtualLoop loop = new VirtualLoop();
    Pod pod =
        new Pod(
            scenario.pod(),
            config(loop),
            container ->
                new SimulatedContainer(
                    scenario.application(Scenario.nameOf(container)), container.ports(), loop),
            events);
    for (Duration moment : scenario.kubelet().restartsAt()) {
      loop.at(Nanos.of(moment), pod::restartKubelet);
    }
    scenario
        .removal()
        .ifPresent(removal -> loop.at(Nanos.of(removal.at()), () -> end(pod, removal)));
    loop.at(0, pod::start);
    loop.runUntil(Nanos.of(scenario.duration()));
  }

  private void end(Pod pod, Removal removal) {
    if (removal.evicted()) {
      long ofPod = scenario.pod().effectiveTerminationGracePeriodSeconds();
      pod.evict(removal.graceSeconds().orElse(ofPod));
    } else {
      pod.delete(removal.graceSeconds());
    }
  }

  private KubeletConfig config(VirtualLoop loop) {
    KubeletSettings kubelet = scenario.kubelet();
    return new KubeletConfig(
        loop,
        new SplittableRandom(scenario.seed()),
        kubelet.version(),
        kubelet.upFor().map(time -> -Nanos.of(time)).orElse(ProberConfig.LONG_AGO),
        kubelet.backOff(),
        Nanos.of(kubelet.syncDelay()),
        Nanos.of(kubelet.endpointDelay()));
  }
}
