package dev.sonde.kubelet.sim;

import static dev.sonde.kubelet.sim.Play.s;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.RestartRule;
import dev.sonde.model.RestartRule.ExitCodes;
import dev.sonde.model.TcpSocket;
import dev.sonde.release.KubernetesVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every kubelet, whatever is combined: up to two main containers and a sidecar,
 * probes of all kinds and handlers, policies of pods and containers, rules for exit codes, hooks,
 * short grace periods, crashes, deletions, evictions and restarts of the kubelet. Each rule is read
 * from what was told, and knows nothing of how it came about.
 */
class KubeletPropertiesTest {

  private static final int PODS = 80;
  private static final long SECOND = 1_000_000_000;

  private final Map<String, Long> tryEnded = new HashMap<>();
  private final Map<String, Boolean> started = new HashMap<>();
  private final Map<String, Boolean> ready = new HashMap<>();
  private final Map<String, String> stored = new HashMap<>();
  private final Map<String, Long> runsSince = new HashMap<>();
  private final Map<String, Long> termAt = new HashMap<>();
  private final Map<String, ContainerEvent.KillDecided> kills = new HashMap<>();
  private final Map<String, Integer> instances = new HashMap<>();
  private final Set<String> alive = new HashSet<>();
  private boolean podReady;
  private boolean ending;
  private long last;

  static Stream<Arguments> pods() {
    return Stream.of(KubeletMode.values())
        .flatMap(mode -> IntStream.range(0, PODS).mapToObj(seed -> Arguments.of(mode, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("pods")
  void holdsForEveryPod(KubeletMode mode, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Scenario scenario = scenario(random, mode);
    List<KubeletEvent> events =
        Simulation.play(scenario).trace().stream().map(TraceEntry::event).toList();
    for (KubeletEvent event : events) {
      assertThat(event.at()).as(event.line()).isGreaterThanOrEqualTo(last);
      last = event.at();
      check(event, scenario);
    }
    assertThat(Simulation.play(scenario).trace()).hasSize(events.size());
  }

  private void check(KubeletEvent event, Scenario scenario) {
    String name = event.container();
    if (event instanceof ProbeEvent.ProbeTried tried) {
      tried(tried, scenario);
    } else if (event instanceof ProbeEvent.ProbeChanged changed) {
      stored.put(name + changed.probe(), changed.instance() + changed.result().word());
    } else if (event instanceof ContainerEvent.ContainerRunning running) {
      assertThat(running.instance()).isEqualTo(instances.merge(name, 1, Integer::sum));
      runsSince.put(name, event.at());
      alive.add(name);
      termAt.remove(name);
    } else if (event instanceof ContainerEvent.StartedChanged changed) {
      assertThat(started.put(name, changed.started())).isNotEqualTo(changed.started());
    } else if (event instanceof ContainerEvent.ReadyChanged changed) {
      becameReady(changed, scenario);
    } else if (event instanceof PodEvent.PodReadyChanged changed) {
      podReady = changed.ready();
      boolean all = containers(scenario).allMatch(c -> ready.getOrDefault(c.name().get(), false));
      assertThat(podReady).as(event.line()).isEqualTo(all);
    } else if (event instanceof PodEvent.PodDeleted) {
      ending = true;
    } else {
      stopped(event, scenario);
    }
  }

  /** Tries do not overlap, and liveness and readiness wait for startup, which they follow. */
  private void tried(ProbeEvent.ProbeTried tried, Scenario scenario) {
    String name = tried.container();
    String worker = name + tried.probe();
    long began = tried.at() - tried.took();
    assertThat(began).as(tried.line()).isGreaterThanOrEqualTo(tryEnded.getOrDefault(worker, 0L));
    tryEnded.put(worker, tried.at());
    Probe probe = container(scenario, name).probe(tried.probe()).orElseThrow();
    // Up to two attempts that came to an error may have gone before.
    long most = 3 * probe.timing().timeoutSeconds() * SECOND;
    assertThat(tried.took()).as(tried.line()).isLessThanOrEqualTo(most);
    assertThat(tried.run()).as(tried.line()).isPositive();
    if (tried.took() == 0) {
      boolean wanted = tried.probe() != ProbeKind.STARTUP;
      assertThat(started.getOrDefault(name, false)).as(tried.line()).isEqualTo(wanted);
    }
  }

  /** Ready is what has started, and has answered where it is asked. */
  private void becameReady(ContainerEvent.ReadyChanged changed, Scenario scenario) {
    String name = changed.container();
    assertThat(ready.put(name, changed.ready())).isNotEqualTo(changed.ready());
    boolean restarted = !scenario.kubelet().restartsAt().isEmpty();
    if (changed.ready() && !restarted) {
      assertThat(started.get(name)).as(changed.line()).isTrue();
      if (container(scenario, name).probe(ProbeKind.READINESS).isPresent()) {
        assertThat(stored.get(name + ProbeKind.READINESS)).as(changed.line()).endsWith("success");
      }
    }
  }

  /** A kill has its reason and its grace period, and signals come in their order and time. */
  private void stopped(KubeletEvent event, Scenario scenario) {
    String name = event.container();
    if (event instanceof ContainerEvent.KillDecided kill) {
      kills.put(name, kill);
      if (kill.reason().isProbe() && !ending) {
        ProbeKind by =
            kill.reason().word().equals("startup") ? ProbeKind.STARTUP : ProbeKind.LIVENESS;
        assertThat(stored.get(name + by)).as(event.line()).isEqualTo(kill.instance() + "failure");
      }
      assertThat(kill.graceSeconds()).as(event.line()).isIn(graces(kill, scenario));
    } else if (event instanceof ContainerEvent.SignalSent signal) {
      long grace = kills.get(name).graceSeconds();
      if (signal.signal().equals("SIGTERM")) {
        termAt.put(name, event.at());
        // Hook and turn use up whole seconds only.
        long latest = kills.get(name).at() + (grace + 1) * SECOND;
        assertThat(event.at()).as(event.line()).isLessThanOrEqualTo(latest);
      } else {
        long waited = event.at() - termAt.get(name);
        assertThat(waited).as(event.line()).isBetween(2 * SECOND, grace * SECOND);
      }
    } else if (event instanceof ContainerEvent.ContainerExited) {
      alive.remove(name);
    } else if (event instanceof PodEvent.PodEnded) {
      assertThat(alive).as(event.line()).isEmpty();
      assertThat(podReady).isFalse();
    }
  }

  private static List<Long> graces(ContainerEvent.KillDecided kill, Scenario scenario) {
    List<Long> all = new ArrayList<>();
    all.add(scenario.pod().effectiveTerminationGracePeriodSeconds());
    scenario.removal().ifPresent(end -> end.graceSeconds().ifPresent(all::add));
    container(scenario, kill.container()).probes().values().stream()
        .flatMapToLong(probe -> probe.terminationGracePeriodSeconds().stream())
        .forEach(all::add);
    return all.stream().map(seconds -> Math.max(seconds, 2)).toList();
  }

  private static Stream<ContainerSpec> containers(Scenario scenario) {
    return Stream.concat(
        scenario.pod().initContainers().stream(), scenario.pod().containers().stream());
  }

  private static ContainerSpec container(Scenario scenario, String name) {
    return containers(scenario).filter(c -> c.name().get().equals(name)).findFirst().orElseThrow();
  }

  private static Scenario scenario(SplittableRandom random, KubeletMode mode) {
    List<ContainerSpec> main = new ArrayList<>(List.of(container("one", random)));
    if (random.nextBoolean()) {
      main.add(container("two", random));
    }
    PodSpec pod =
        PodSpec.of(main.toArray(ContainerSpec[]::new))
            .withTerminationGracePeriodSeconds(random.nextInt(0, 12))
            .withRestartPolicy(List.of("Always", "OnFailure", "Never").get(random.nextInt(3)));
    if (random.nextInt(3) == 0) {
      pod = pod.withInitContainers(container("side", random).withRestartPolicy("Always"));
    }
    Scenario scenario = Scenario.of(pod).lasting(s(240)).withSeed(random.nextInt());
    for (ContainerSpec some : containers(scenario).toList()) {
      scenario = scenario.with(some.name().get(), application(some, random));
    }
    KubeletSettings kubelet =
        KubeletSettings.DEFAULT
            .withMode(mode)
            .withVersion(new KubernetesVersion(1, random.nextInt(31, 38)));
    List<Duration> restarts =
        random.nextInt(4) == 0 ? List.of(s(random.nextInt(5, 200))) : List.of();
    scenario = scenario.on(kubelet.started(Optional.empty(), restarts));
    OptionalLong grace =
        random.nextBoolean() ? OptionalLong.of(random.nextInt(0, 9)) : OptionalLong.empty();
    Duration end = s(random.nextInt(1, 2000) / 10.0);
    return random.nextInt(3) == 0
        ? scenario
        : scenario.endedBy(new PodRemoval(end, random.nextInt(4) == 0, grace));
  }

  private static ContainerSpec container(String name, SplittableRandom random) {
    ContainerSpec container = ContainerSpec.named(name);
    for (ProbeKind kind : ProbeKind.values()) {
      if (random.nextInt(5) < 3) {
        container = container.with(kind, probe(kind, random));
      }
    }
    if (random.nextInt(3) > 0) {
      return container;
    }
    String action = random.nextBoolean() ? "Restart" : RestartRule.RESTART_ALL;
    ExitCodes codes = new ExitCodes(random.nextBoolean() ? "In" : "NotIn", List.of(1, 137));
    return container
        .withRestartPolicy(List.of("Always", "OnFailure", "Never").get(random.nextInt(3)))
        .withRestartPolicyRules(new RestartRule(action, Optional.of(codes)));
  }

  private static Probe probe(ProbeKind kind, SplittableRandom random) {
    Port port = Port.of(8080);
    List<Handler> handlers =
        List.of(HttpGet.of("/", port), TcpSocket.of(port), Exec.of("check"), Grpc.of(8080));
    Probe.Builder probe =
        Probe.builder()
            .handler(handlers.get(random.nextInt(handlers.size())))
            .initialDelaySeconds(random.nextInt(4) * random.nextInt(4))
            .timeoutSeconds(random.nextInt(1, 5))
            .periodSeconds(random.nextInt(1, 9))
            .successThreshold(kind == ProbeKind.READINESS ? random.nextInt(1, 4) : 1)
            .failureThreshold(random.nextInt(1, 4));
    if (kind.restarts() && random.nextBoolean()) {
      probe.terminationGracePeriodSeconds(random.nextInt(1, 9));
    }
    return probe.build();
  }

  private static SimulatedApplication application(ContainerSpec of, SplittableRandom random) {
    SimulatedApplication.Builder app =
        SimulatedApplication.builder()
            .startDelay(s(random.nextInt(4000) / 1e3))
            .startsIn(s(random.nextInt(30)))
            .takes(s(random.nextInt(2) * random.nextInt(1500) / 1e3))
            .postStart(s(random.nextInt(3)))
            .preStop(s(random.nextInt(15000) / 1e3))
            .exitCode(random.nextInt(2) * 143)
            .refusesOnceStopping(random.nextBoolean());
    if (random.nextInt(3) == 0) {
      app.ignoresSigterm();
    } else {
      app.stopsIn(s(random.nextInt(9000) / 1e3));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      FaultEffect effect = FaultEffect.values()[random.nextInt(FaultEffect.values().length)];
      app.fault(
          ApplicationFault.from(s(random.nextInt(1, 150_000) / 1e3), effect)
              .lasting(s(random.nextInt(1, 40))));
    }
    return app.build();
  }
}
