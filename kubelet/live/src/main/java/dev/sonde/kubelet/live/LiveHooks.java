package dev.sonde.kubelet.live;

import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.internal.time.RealLoop;
import dev.sonde.model.ContainerAction;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HookHandler;
import dev.sonde.model.HttpGet;
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
    run(lifecycle.flatMap(Lifecycle::postStart), EventLoop.NEVER, done);
  }

  void preStop(long limit, Runnable done) {
    run(lifecycle.flatMap(Lifecycle::preStop), limit, done);
  }

  private void run(Optional<LifecycleHook> hook, long limit, Runnable done) {
    hook.flatMap(written -> written.handlers().stream().findFirst())
        .ifPresentOrElse(handler -> run(handler, limit, done), done);
  }

  private void run(HookHandler handler, long limit, Runnable done) {
    handler
        .map(
            new ContainerAction.Cases<Runnable>() {
              @Override
              public Runnable exec(Exec exec) {
                return () -> probes.run(exec, limit, done);
              }

              @Override
              public Runnable httpGet(HttpGet http) {
                return () -> probes.run(http, limit, done);
              }

              @Override
              public Runnable tcpSocket(TcpSocket tcp) {
                return done; // Kubernetes accepts it and does nothing.
              }

              @Override
              public Runnable grpc(Grpc grpc) {
                return () -> probes.run(grpc, limit, done);
              }

              @Override
              public Runnable sleep(Sleep sleep) {
                long end = EventLoop.after(loop.now(), NanoTime.ofSeconds(sleep.seconds()));
                return () -> loop.at(end, done);
              }
            })
        .run();
  }
}
