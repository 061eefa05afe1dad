package dev.sonde.kubelet.output;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.sim.Played;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.TraceEntry;
import dev.sonde.kubelet.time.Nanos;
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
   * {@return the lines of a trace, and its summary} Of several pods, tries that went well are left
   * out.
   *
   * @param played what was played
   */
  public static String of(Played played) {
    TraceText text = of(played.scenario());
    StringBuilder lines = new StringBuilder();
    for (TraceEntry entry : played.trace()) {
      if (!text.repeatsAnother(entry.event())) {
        lines.append(text.line(entry)).append('\n');
      }
    }
    return lines.append(Summary.of(played).text()).toString();
  }

  /**
   * {@return the form for the pods and containers of a scenario}
   *
   * @param scenario what is played
   */
  public static TraceText of(Scenario scenario) {
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
      return namesPods && tried.outcome().verdict() == dev.sonde.kubelet.prober.Verdict.SUCCESS;
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
