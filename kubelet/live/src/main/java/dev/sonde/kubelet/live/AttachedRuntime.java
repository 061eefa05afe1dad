package dev.sonde.kubelet.live;

import dev.sonde.kubelet.internal.prober.ProbeHandler;
import dev.sonde.kubelet.internal.time.RealLoop;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;

/** A container that somebody else runs: it is probed, and you only see when it would be killed. */
final class AttachedRuntime implements LiveRuntime {

  private final RealLoop loop;
  private final LiveProbes probes;

  AttachedRuntime(RealLoop loop, LiveProbes probes) {
    this.loop = loop;
    this.probes = probes;
  }

  @Override
  public Instance start(int instance, Observer observer) {
    observer.running(loop.now());
    return new Instance() {
      @Override
      public void terminate() {
        observer.exited(0);
      }

      @Override
      public void kill() {
        // It counted as ended when it was asked to.
      }
    };
  }

  @Override
  public ProbeHandler handler(ProbeKind kind, Probe probe) {
    return probes.handler(probe);
  }
}
