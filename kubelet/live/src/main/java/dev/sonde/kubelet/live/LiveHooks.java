package dev.sonde.kubelet.live;

import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.Nanos;
import dev.sonde.kubelet.internal.time.RealLoop;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Handler;
import dev.sonde.model.HookHandler;
import dev.sonde.model.Lifecycle;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.Sleep;
import dev.sonde.model.TcpSocket;
import java.util.Optional;

/** Runs a container's lifecycle hooks for real. How they end makes no difference, only when. */
final class LiveHooks {

  private final RealLoop loop;
  private final LiveProbes probes;
  private final Optional<Lifecycle> lifecycle;

  LiveHooks(RealLoop loop, LiveProbes probes, ContainerSpec container) {
    this.loop = loop;
    this.probes = probes;
    this.lifecycle = container.lifecycle();
  }

  void postStart(Runnable done) {
    run(lifecycle.flatMap(Lifecycle::postStart), done);
  }

  void preStop(Runnable done) {
    run(lifecycle.flatMap(Lifecycle::preStop), done);
  }

  private void run(Optional<LifecycleHook> hook, Runnable done) {
    hook.flatMap(written -> written.handlers().stream().findFirst())
        .ifPresentOrElse(handler -> run(handler, done), done);
  }

  private void run(HookHandler handler, Runnable done) {
    if (handler instanceof Sleep sleep) {
      loop.at(EventLoop.after(loop.now(), Nanos.ofSeconds(sleep.seconds())), done);
    } else if (handler instanceof TcpSocket) {
      done.run(); // Kubernetes accepts it and does nothing.
    } else if (handler instanceof Handler action) {
      probes.run(action, done);
    }
  }
}
