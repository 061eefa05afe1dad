package dev.sonde.runtime.fault;

import java.util.BitSet;

/** Says at which step something is to fail, once or always, and notes which steps are passed. */
final class FaultSwitch {

  private static final int NOWHERE = -1;

  private final BitSet passed = new BitSet(); // guarded by this
  private volatile boolean noting;
  private volatile int failingStep = NOWHERE;
  private volatile boolean always;
  private volatile boolean fired;

  void noteSteps() {
    noting = true;
  }

  synchronized BitSet passedSteps() {
    noting = false;
    return (BitSet) passed.clone();
  }

  void arm(int step, boolean forGood) {
    fired = false;
    always = forGood;
    failingStep = step;
  }

  void disarm() {
    failingStep = NOWHERE;
  }

  boolean hasFired() {
    return fired;
  }

  void pass(int step) {
    if (noting) {
      note(step);
    }
    if (step == failingStep) {
      if (!always) {
        failingStep = NOWHERE;
      }
      fired = true;
      throw new OutOfMemoryError("made by the test");
    }
  }

  private synchronized void note(int step) {
    passed.set(step);
  }
}
