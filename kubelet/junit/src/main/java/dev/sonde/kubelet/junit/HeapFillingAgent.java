package dev.sonde.kubelet.junit;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fills the heap of the JVM that it is loaded into, until the test that loaded it hangs up. It is
 * public only because a JVM has to find it; nobody else has a use for it.
 */
public final class HeapFillingAgent implements Runnable {

  private static final int LARGEST = 1 << 20;
  private static final int LARGEST_LATER = 1 << 12;
  private static final int SMALLEST = 1 << 6;
  private static final int SOME = 64;
  private static final int LATER_MILLIS = 1000;

  private final int port;

  /** A chain of blocks; the thread that runs this is what holds it. */
  private @Nullable Object held;

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
        test.setSoTimeout(LATER_MILLIS);
        fill(LARGEST);
        while (!tells(out, answer)) {
          giveSomeBack();
        }
        boolean goesOn = true;
        while (goesOn) {
          goesOn = waits(in, answer);
        }
      }
    } catch (IOException gone) {
      // So is the test.
    }
  }

  /** Takes ever smaller blocks, until not even the smallest fits. */
  private void fill(int largest) {
    for (int size = largest; size >= SMALLEST; size /= 4) {
      try {
        while (true) {
          held = new Object[] {held, new byte[size]};
        }
      } catch (OutOfMemoryError full) {
        // A smaller one may still fit.
      }
    }
  }

  /** To tell takes a little room itself. */
  private static boolean tells(OutputStream out, byte[] answer) throws IOException {
    try {
      out.write(answer);
      return true;
    } catch (OutOfMemoryError full) {
      return false;
    }
  }

  private void giveSomeBack() {
    for (int i = 0; i < SOME && held instanceof Object[] block; i++) {
      held = block[0];
    }
  }

  /** Waits for a while; says no once the test has hung up. */
  private boolean waits(InputStream in, byte[] answer) throws IOException {
    try {
      return in.read(answer) >= 0;
    } catch (SocketTimeoutException stillThere) {
      fill(LARGEST_LATER); // What became free meanwhile is taken too, as a leak would.
      return true;
    } catch (OutOfMemoryError full) {
      giveSomeBack(); // To wait takes a little room itself.
      return true;
    }
  }
}
