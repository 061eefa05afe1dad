package dev.sonde.kubelet.measure;

/** Two threads that use all the CPU that they get. */
final class BusyMain {

  private BusyMain() {}

  public static void main(String[] arguments) {
    new Thread(BusyMain::burn).start();
    burn();
  }

  private static void burn() {
    for (long i = 0; i >= 0; i++) {
      Thread.onSpinWait();
    }
  }
}
