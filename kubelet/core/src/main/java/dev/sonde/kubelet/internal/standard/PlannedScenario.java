package dev.sonde.kubelet.internal.standard;

import dev.sonde.kubelet.sim.KubeletMode;
import dev.sonde.kubelet.sim.Scenario;
import java.time.Duration;
import java.util.Optional;

/**
 * A scenario that is to be shown.
 *
 * @param id a name by which another report knows it again
 * @param title the scenario in a few words
 * @param story what the application does in it; empty where nobody says so
 * @param scenario what is played
 * @param incident when the thing happens that the scenario is about
 * @param container the only container whose lanes are shown; unset means all
 */
public record PlannedScenario(
    String id,
    String title,
    String story,
    Scenario scenario,
    Optional<Duration> incident,
    Optional<String> container) {

  /** The longest time that is played. */
  public static final Duration LONGEST = Duration.ofHours(6);

  /**
   * {@return a user's own scenario}
   *
   * @param scenario what is played
   */
  public static PlannedScenario of(Scenario scenario) {
    String name = scenario.name();
    return new PlannedScenario(
        "scenario/" + name, name, "", scenario, Optional.empty(), Optional.empty());
  }

  /** {@return this, as it is played in real mode} */
  public PlannedScenario onANode() {
    Scenario real = scenario.on(scenario.kubelet().withMode(KubeletMode.REAL));
    return new PlannedScenario(id, title, story, real, incident, container);
  }

  /** {@return whether several pods are of interest} */
  public boolean isFleet() {
    return scenario.fleet().replicas() > 1 || scenario.fleet().rollout().isPresent();
  }
}
