package com.example.fingerprints;

import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Startup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Works off the files, one after another, in a thread of its own. */
final class FingerprintWorker implements Runnable {

  private static final Duration LONGEST_FILE = Duration.ofSeconds(2);
  private static final int PATIENCE_MILLIS = 100;

  private final BlockingQueue<Path> files = new LinkedBlockingQueue<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile boolean busy;
  private volatile long busySince;

  void add(Path file) {
    files.add(file);
  }

  /** Finishes the file in hand, and takes no more. */
  void stop() throws InterruptedException {
    stopping = true;
    ended.await();
    System.out.println("stopped");
  }

  @Override
  public void run() {
    begun.countDown();
    try {
      while (!stopping) {
        Path next = files.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          print(next);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void print(Path file) {
    busySince = System.nanoTime();
    busy = true;
    try {
      System.out.println(fingerprint(file) + " " + file);
    } catch (IOException unreadable) {
      System.out.println("unreadable: " + file);
    }
    busy = false;
  }

  private static String fingerprint(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[8192];
      for (int read = content.read(block); read >= 0; read = content.read(block)) {
        digest.update(block, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Startup
  boolean hasBegun() {
    return begun.getCount() == 0;
  }

  /** A file that never ends, such as a pipe that nobody writes to, holds up all the others. */
  @Liveness
  boolean makesProgress() {
    return !busy || System.nanoTime() - busySince < LONGEST_FILE.toNanos();
  }
}
