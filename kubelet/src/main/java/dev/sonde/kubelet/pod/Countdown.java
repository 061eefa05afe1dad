package dev.sonde.kubelet.pod;

/** Does something once as many things have happened as there were to wait for. */
final class Countdown implements Runnable {

  private int left;
  private final Runnable then;

  /** Does it at once where there is nothing to wait for. */
  Countdown(int count, Runnable then) {
    this.left = count;
    this.then = then;
    if (count == 0) {
      then.run();
    }
  }

  @Override
  public void run() {
    if (--left == 0) {
      then.run();
    }
  }
}
