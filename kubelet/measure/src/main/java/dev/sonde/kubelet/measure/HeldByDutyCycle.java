package dev.sonde.kubelet.measure;

import dev.sonde.kubelet.internal.process.DutyCycle;
import dev.sonde.measured.LimitMethod;

/** A limit that a duty cycle holds. */
record HeldByDutyCycle(DutyCycle cycle) implements CpuLimit {

  @Override
  public LimitMethod method() {
    return LimitMethod.DUTY_CYCLE;
  }

  @Override
  public void hold(Process process) {
    cycle.hold(process.toHandle());
  }

  @Override
  public void close() {
    cycle.close();
  }
}
