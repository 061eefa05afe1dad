package dev.sonde.kubelet.internal.standard;

import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.kubelet.sim.SimulatedApplication;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.TimingAnswers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What the standard scenarios take for granted about the applications in a pod. */
final class ApplicationHabits {

  /** Many services answer by then; one whose probes are less patient answers when they demand. */
  private static final Duration USUAL_START = Duration.ofSeconds(5);

  /** How long an init container takes. */
  private static final Duration INIT = Duration.ofSeconds(1);

  /** How long a service takes to stop. */
  private static final Duration USUAL_STOP = Duration.ofSeconds(2);

  private ApplicationHabits() {}

  /** {@return a pod in which all is well} */
  static PodTemplate template(PodSpec pod) {
    Map<String, SimulatedApplication> applications = new TreeMap<>();
    for (ContainerSpec container : pod.initContainers()) {
      applications.put(
          PodTemplate.nameOf(container),
          container.restartsAlways()
              ? usual(container, pod).build()
              : SimulatedApplication.builder().completesIn(INIT).build());
    }
    for (ContainerSpec container : pod.containers()) {
      applications.put(PodTemplate.nameOf(container), usual(container, pod).build());
    }
    return new PodTemplate(pod, applications);
  }

  /** {@return an application as most are} */
  static SimulatedApplication.Builder usual(ContainerSpec container, PodSpec pod) {
    return SimulatedApplication.builder()
        .startsIn(usualStart(container, pod))
        .stopsIn(USUAL_STOP)
        .refusesOnceStopping(true);
  }

  /** {@return how long the application takes to start} */
  static Duration usualStart(ContainerSpec container, PodSpec pod) {
    Duration allowed = TimingAnswers.of(container, pod).startGuaranteed().orElse(USUAL_START);
    return allowed.compareTo(USUAL_START) < 0 ? allowed : USUAL_START;
  }

  /** {@return the latest moment at which everything in a pod is well} */
  static Duration allWell(PodSpec pod) {
    Duration before = Duration.ZERO;
    for (ContainerSpec container : pod.initContainers()) {
      before = before.plus(container.restartsAlways() ? well(container, pod) : INIT);
    }
    Duration longest = Duration.ZERO;
    for (ContainerSpec container : pod.containers()) {
      longest = longer(longest, well(container, pod));
    }
    return before.plus(longest);
  }

  private static Duration well(ContainerSpec container, PodSpec pod) {
    return TimingAnswers.of(container, pod).startToReady(usualStart(container, pod));
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
