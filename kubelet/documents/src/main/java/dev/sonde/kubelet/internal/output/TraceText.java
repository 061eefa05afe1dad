package dev.sonde.kubelet.internal.output;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.ServiceTraffic;
import dev.sonde.kubelet.sim.Simulation;
import java.util.Optional;
import java.util.function.Consumer;

/** A trace as lines for people. */
public final class TraceText {

  private final boolean namesPods;
  private final boolean namesContainers;

  private TraceText(boolean namesPods, boolean namesContainers) {
    this.namesPods = namesPods;
    this.namesContainers = namesContainers;
  }

  /**
   * Plays a scenario and writes the lines of what happens, and a summary; of several pods, tries
   * that went well are left out.
   *
   * @param scenario what to play; {@link Simulation#check} finds no error in it
   * @param range what other seeds come to; empty where the scenario does not depend on them
   * @param out where to
   */
  public static void play(Scenario scenario, Optional<SeedRange> range, Consumer<String> out) {
    TraceText text = of(scenario);
    SummaryCount count = new SummaryCount();
    ServiceTraffic traffic =
        Simulation.run(
            scenario,
            event -> !text.repeatsAnother(event),
            (pod, event) -> {
              count.happened(pod, event);
              out.accept(text.line(pod, event) + "\n");
            });
    out.accept(count.summary(traffic).text());
    range.ifPresent(seeds -> out.accept(seeds.text()));
  }

  private static TraceText of(Scenario scenario) {
    boolean several = scenario.fleet().replicas() > 1 || scenario.fleet().rollout().isPresent();
    boolean containers =
        scenario.pod().containers().size() + scenario.pod().initContainers().size() > 1;
    return new TraceText(several, containers);
  }

  /** {@return the form for one pod with one container} */
  public static TraceText ofOneContainer() {
    return new TraceText(false, false);
  }

  /**
   * {@return whether an event says again what another one says}
   *
   * @param event the event
   */
  public boolean repeatsAnother(KubeletEvent event) {
    if (event instanceof ProbeEvent.ProbeChanged) {
      return true;
    }
    if (event instanceof ProbeEvent.ProbeTried tried) {
      return namesPods && tried.outcome().verdict() == dev.sonde.kubelet.AttemptVerdict.SUCCESS;
    }
    boolean once = !namesContainers && event instanceof ContainerEvent.ReadyChanged;
    return once || (!namesPods && event instanceof PodEvent.TrafficChanged);
  }

  private String line(String pod, KubeletEvent event) {
    String inPod = namesPods ? pod : "";
    String inContainer = namesContainers ? event.container() : "";
    String who = inPod + (inPod.isEmpty() || inContainer.isEmpty() ? "" : "/") + inContainer;
    return "t="
        + NanoTime.text(event.at())
        + (who.isEmpty() ? " " : " [" + who + "] ")
        + event.text();
  }
}
