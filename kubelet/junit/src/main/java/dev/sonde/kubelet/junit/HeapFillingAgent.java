package dev.sonde.kubelet.junit;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Fills the heap of the JVM that it is loaded into, until the test that loaded it hangs up. It is
 * public only because a JVM has to find it; nobody else has a use for it.
 */
public final class HeapFillingAgent implements Runnable {

  private static final int LARGEST = 1 << 20;
  private static final int SMALLEST = 1 << 6;

  private final int port;

  private HeapFillingAgent(int port) {
    this.port = port;
  }

  /**
   * Begins, on a thread of its own; the JVM calls it.
   *
   * @param port where the test listens on this machine
   */
  public static void agentmain(String port) {
    Thread thread = new Thread(new HeapFillingAgent(Integer.parseInt(port)), "sonde-heap");
    thread.setDaemon(true);
    thread.start();
  }

  /** Says how large the heap may become, fills it on request, and says when it is full. */
  @Override
  public void run() {
    try (Socket test = new Socket(InetAddress.getLoopbackAddress(), port)) {
      DataOutputStream out = new DataOutputStream(test.getOutputStream());
      InputStream in = test.getInputStream();
      out.writeLong(Runtime.getRuntime().maxMemory());
      byte[] answer = new byte[1];
      if (in.read(answer) == 1) {
        Object held = allThatIsFree();
        try {
          out.write(answer);
          in.read(answer);
        } finally {
          Reference.reachabilityFence(held);
        }
      }
    } catch (IOException gone) {
      // So is the test.
    }
  }

  /** A chain of ever smaller blocks, until not even the smallest fits. */
  private static @Nullable Object allThatIsFree() {
    Object held = null;
    for (int size = LARGEST; size >= SMALLEST; size /= 4) {
      try {
        while (true) {
          held = new Object[] {held, new byte[size]};
        }
      } catch (OutOfMemoryError full) {
        // A smaller one may still fit.
      }
    }
    return held;
  }
}
