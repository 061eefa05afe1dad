package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.internal.pod.KubeletConfig;
import dev.sonde.kubelet.internal.pod.PassTiming;
import dev.sonde.kubelet.internal.pod.RealTiming;
import dev.sonde.kubelet.internal.prober.ProberConfig;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.internal.time.VirtualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Pods that share a clock. Pods that know nothing of each other have a clock each, which is many
 * times as fast.
 */
final class ClockCell {

  private final Scenario scenario;
  private final SplittableRandom random;
  private final TraceListener listener;
  private final TrafficMeter meter;
  private final VirtualLoop loop = new VirtualLoop();
  private final List<SimulatedPod> pods = new ArrayList<>();
  private Optional<RollingUpdate> update = Optional.empty();
  private int number;

  ClockCell(
      Scenario scenario,
      int firstNumber,
      SplittableRandom random,
      TraceListener listener,
      TrafficMeter meter) {
    this.scenario = scenario;
    this.number = firstNumber;
    this.random = random;
    this.listener = listener;
    this.meter = meter;
  }

  /** Plans what is to happen to so many pods. */
  void prepare(int replicas) {
    for (int i = 0; i < replicas; i++) {
      SimulatedPod pod = create(scenario.template());
      loop.at(within(scenario.fleet().startSpread()), pod::start);
    }
    scenario.fleet().rollout().ifPresent(rollout -> prepare(rollout, replicas));
    for (Duration moment : scenario.kubelet().restartsAt()) {
      loop.at(NanoTime.of(moment), () -> pods.forEach(pod -> pod.pod().restartKubelet()));
    }
    scenario.removal().ifPresent(end -> loop.at(NanoTime.of(end.at()), () -> remove(end)));
  }

  void runUntil(long moment) {
    loop.runUntil(moment);
  }

  private long within(Duration spread) {
    return spread.isZero() ? 0 : (long) (random.nextDouble() * NanoTime.of(spread));
  }

  private void prepare(VersionRollout rollout, int replicas) {
    RollingUpdate rolling =
        new RollingUpdate(
            rollout,
            replicas,
            loop,
            List.copyOf(pods),
            () -> create(rollout.to()),
            event -> listener.happened("", event));
    update = Optional.of(rolling);
    loop.at(NanoTime.of(rollout.at()), rolling::begin);
  }

  private SimulatedPod create(PodTemplate template) {
    SplittableRandom own = random.split();
    SimulatedPod pod =
        new SimulatedPod(
            "pod-" + number++,
            template,
            config(own),
            own,
            scenario.duration(),
            listener,
            this::changed);
    pods.add(pod);
    return pod;
  }

  private void changed(SimulatedPod pod) {
    meter.changed(pod, loop.now());
    update.ifPresent(RollingUpdate::request);
  }

  private void remove(PodRemoval removal) {
    long ofPod = scenario.pod().effectiveTerminationGracePeriodSeconds();
    for (SimulatedPod pod : pods) {
      if (removal.evicted()) {
        pod.pod().evict(removal.graceSeconds().orElse(ofPod));
      } else {
        pod.pod().delete(removal.graceSeconds());
      }
    }
  }

  private KubeletConfig config(SplittableRandom own) {
    KubeletSettings kubelet = scenario.kubelet();
    return new KubeletConfig(
        loop,
        own,
        kubelet.version(),
        kubelet.upFor().map(time -> -NanoTime.of(time)).orElse(ProberConfig.LONG_AGO),
        kubelet.inheritsStarted().orElse(kubelet.version().restartedInheritsStarted()),
        kubelet.mode() == KubeletMode.REAL
            ? new RealTiming(own, kubelet.version())
            : PassTiming.IDEAL,
        kubelet.backOff(),
        NanoTime.of(kubelet.syncDelay()),
        NanoTime.of(kubelet.endpointDelay()));
  }
}
