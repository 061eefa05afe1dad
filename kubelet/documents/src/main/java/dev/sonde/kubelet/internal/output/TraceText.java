package dev.sonde.kubelet.internal.output;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.time.Nanos;
import dev.sonde.kubelet.sim.Played;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.Simulation;
import dev.sonde.kubelet.sim.TraceEntry;
import java.util.List;

/** A trace as lines for people. */
public final class TraceText {

  private final boolean namesPods;
  private final boolean namesContainers;

  private TraceText(boolean namesPods, boolean namesContainers) {
    this.namesPods = namesPods;
    this.namesContainers = namesContainers;
  }

  /**
   * Plays a scenario.
   *
   * @param scenario what to play; {@link Simulation#check} finds no error in it
   * @return the lines of what happens, and a summary; of several pods, tries that went well are
   *     left out
   */
  public static String play(Scenario scenario) {
    TraceText text = of(scenario);
    // What is not printed is not kept either: of thousands of pods that is most of it.
    Played played = Simulation.play(scenario, event -> !text.repeatsAnother(event));
    StringBuilder lines = new StringBuilder();
    for (TraceEntry entry : played.trace()) {
      lines.append(text.line(entry)).append('\n');
    }
    return lines.append(Summary.of(played).text()).toString();
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
      return namesPods && tried.outcome().verdict() == dev.sonde.kubelet.Verdict.SUCCESS;
    }
    boolean once = !namesContainers && event instanceof ContainerEvent.ReadyChanged;
    return once || (!namesPods && event instanceof PodEvent.TrafficChanged);
  }

  private String line(TraceEntry entry) {
    KubeletEvent event = entry.event();
    String who =
        List.of(namesPods ? entry.pod() : "", namesContainers ? event.container() : "").stream()
            .filter(name -> !name.isEmpty())
            .reduce((pod, container) -> pod + "/" + container)
            .map(name -> "[" + name + "] ")
            .orElse("");
    return "t=" + Nanos.text(event.at()) + " " + who + event.text();
  }
}
