package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.internal.pod.ContainerRuntime;
import dev.sonde.kubelet.internal.prober.ProbeHandler;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Exec;
import dev.sonde.model.Handler;
import dev.sonde.model.HookHandler;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.Sleep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A container whose process does what a scenario says. */
final class SimulatedContainer implements ContainerRuntime {

  private static final int KILLED = 137;

  private final SimulatedApplication application;
  private final List<ContainerPort> ports;
  private final long preStop;
  private final EventLoop loop;
  private final Runnable servingMayChange;
  private final ProbeBehaviour service;
  private int instance;
  private long began;
  private boolean alive;
  private boolean refuses;

  SimulatedContainer(
      ContainerSpec spec,
      SimulatedApplication application,
      EventLoop loop,
      Runnable servingMayChange) {
    this.application = application;
    this.ports = spec.ports();
    this.preStop = preStop(spec, application);
    this.loop = loop;
    this.servingMayChange = servingMayChange;
    this.service = ProbeBehaviour.ofService(application);
  }

  /** A hook that sleeps says itself how long it takes. */
  private static long preStop(ContainerSpec spec, SimulatedApplication application) {
    Optional<HookHandler> handler =
        spec.preStop().flatMap(hook -> hook.handlers().stream().findFirst());
    return handler.isPresent() && handler.get() instanceof Sleep sleep
        ? NanoTime.ofSeconds(sleep.seconds())
        : NanoTime.of(application.preStop());
  }

  /** Whether a request of a user is answered as it should. */
  boolean serves() {
    return alive && !refuses && service.isWell(loop.now(), began, instance);
  }

  @Override
  public Instance start(int number, Observer observer) {
    instance = number;
    SimulatedProcess process = new SimulatedProcess(number, observer);
    later(NanoTime.of(application.startDelay()), process::begin);
    return process;
  }

  /** Does it now where there is nothing to wait for: so a container can run from the very start. */
  private void later(long delay, Runnable task) {
    if (delay == 0) {
      task.run();
    } else {
      loop.at(EventLoop.after(loop.now(), delay), task);
    }
  }

  @Override
  public ProbeHandler handler(ProbeKind kind, Probe probe) {
    Optional<String> wrongPort = probe.handler().flatMap(this::undeclaredPort);
    if (wrongPort.isPresent()) {
      AttemptOutcome error =
          AttemptOutcome.error("port name \"" + wrongPort.get() + "\" is not declared");
      return done -> done.accept(error);
    }
    ProbeBehaviour behaviour = ProbeBehaviour.of(application, kind, probe.handler());
    SimulatedAnswer dead =
        probe.handler().orElse(null) instanceof Exec
            ? SimulatedAnswer.NOT_RUN
            : SimulatedAnswer.REFUSED;
    int seconds = Math.max(probe.timing().timeoutSeconds(), 1);
    AttemptOutcome late = AttemptOutcome.timedOut(Duration.ofSeconds(seconds));
    long timeout = NanoTime.ofSeconds(seconds);
    return done -> {
      SimulatedAnswer answer = alive ? answer(behaviour) : dead;
      attempt(answer, timeout, late, done);
    };
  }

  private SimulatedAnswer answer(ProbeBehaviour behaviour) {
    return refuses ? SimulatedAnswer.REFUSED : behaviour.at(loop.now(), began, instance);
  }

  private void attempt(
      SimulatedAnswer answer, long timeout, AttemptOutcome late, Consumer<AttemptOutcome> done) {
    if (answer.takes() == 0) {
      done.accept(answer.outcome());
    } else if (answer.takes() < timeout) {
      loop.at(loop.now() + answer.takes(), () -> done.accept(answer.outcome()));
    } else {
      loop.at(EventLoop.after(loop.now(), timeout), () -> done.accept(late));
    }
  }

  private Optional<String> undeclaredPort(Handler handler) {
    return handler.dialledPort().map(port -> port.resolved(ports)).flatMap(Port::asName);
  }

  /** One run of the process. */
  private final class SimulatedProcess implements Instance {
    private final int number;
    private final Observer observer;
    private boolean over;
    private boolean stopping;

    SimulatedProcess(int number, Observer observer) {
      this.number = number;
      this.observer = observer;
    }

    void begin() {
      if (over) {
        return;
      }
      began = loop.now();
      alive = true;
      refuses = false;
      long since = began;
      tellOfService(since);
      application.completesIn().ifPresent(time -> exitAt(since + NanoTime.of(time), 0));
      for (ApplicationFault fault : application.faults()) {
        if (fault.does() == FaultEffect.EXITS && fault.instance().orElse(number) == number) {
          long moment = NanoTime.of(fault.from());
          if (fault.ofContainer() || moment > since) {
            exitAt(fault.ofContainer() ? since + moment : moment, fault.exitCode());
          }
        }
      }
      later(NanoTime.of(application.postStart()), () -> reportRunning(since));
    }

    private void tellOfService(long since) {
      servingMayChange.run();
      for (long moment : service.turningPoints(since)) {
        loop.at(moment, servingMayChange);
      }
    }

    private void reportRunning(long since) {
      if (!over) {
        observer.running(since);
      }
    }

    private void exitAt(long moment, int code) {
      loop.at(moment, () -> exit(code));
    }

    private void exit(int code) {
      if (!over) {
        over = true;
        alive = false;
        servingMayChange.run();
        observer.exited(code);
      }
    }

    @Override
    public void preStop(long limit, Runnable done) {
      later(preStop, done);
    }

    @Override
    public void terminate() {
      if (!stopping) {
        stopping = true;
        refuses = application.refusesOnceStopping();
        servingMayChange.run();
        application
            .stopsIn()
            .ifPresent(time -> later(NanoTime.of(time), () -> exit(application.exitCode())));
      }
    }

    @Override
    public void kill() {
      exit(KILLED);
    }
  }
}
