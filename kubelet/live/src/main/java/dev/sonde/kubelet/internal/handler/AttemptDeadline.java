package dev.sonde.kubelet.internal.handler;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The one time limit over all that an attempt does. When it expires, everything that was put under
 * its guard is closed, which wakes whoever waits there. Safe for use by several threads.
 */
public final class AttemptDeadline implements AutoCloseable {

  private final Duration told;
  private final long ends;
  private final List<Closeable> guarded = new ArrayList<>();
  private boolean expired;
  private boolean closed;

  /**
   * Creates a limit that begins now. Somebody has to call {@link #expire} when it ends.
   *
   * @param timeout how long
   */
  public AttemptDeadline(Duration timeout) {
    this(timeout, timeout);
  }

  /**
   * Creates a limit that begins now, of a probe whose time runs at another speed.
   *
   * @param timeout how long it is on the wall's clock
   * @param told how long it is called in reasons: what is in the manifest
   */
  public AttemptDeadline(Duration timeout, Duration told) {
    this.told = told;
    this.ends = System.nanoTime() + timeout.toNanos();
  }

  /** {@return how long it is called in all} */
  public Duration timeout() {
    return told;
  }

  /** {@return what is left of it, at least 1 ms} */
  public Duration left() {
    return Duration.ofNanos(Math.max(ends - System.nanoTime(), 1_000_000));
  }

  /** {@return whether the time is up} */
  public synchronized boolean expired() {
    return expired || System.nanoTime() - ends >= 0;
  }

  /**
   * Waits, but not beyond the end.
   *
   * @param pause how long
   * @throws SocketTimeoutException if the time is up before
   * @throws InterruptedIOException if the thread is interrupted; it stays so
   */
  public void await(Duration pause) throws IOException {
    long wakes = System.nanoTime() + pause.toNanos();
    synchronized (this) {
      try {
        for (long left = pause.toNanos();
            left > 0 && !expired();
            left = wakes - System.nanoTime()) {
          TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, left().toNanos()));
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
      if (expired()) {
        throw new SocketTimeoutException("the attempt's time is up");
      }
    }
  }

  /** Ends the time: closes all that is guarded. */
  public void expire() {
    List<Closeable> open;
    synchronized (this) {
      if (closed) {
        return;
      }
      expired = true;
      notifyAll();
      open = List.copyOf(guarded);
    }
    open.forEach(AttemptDeadline::closeQuietly);
  }

  /**
   * {@return the same resource, which is closed when the time is up or the attempt is over}
   *
   * @param resource what to close
   * @param <T> its type
   * @throws SocketTimeoutException if the time is up already; the resource is closed
   */
  public <T extends Closeable> T guard(T resource) throws SocketTimeoutException {
    boolean late;
    synchronized (this) {
      late = expired || closed;
      guarded.add(resource);
    }
    if (late) {
      closeQuietly(resource);
      throw new SocketTimeoutException("the attempt's time is up");
    }
    return resource;
  }

  /** Closes all that is still open. */
  @Override
  public void close() {
    List<Closeable> open;
    synchronized (this) {
      closed = true;
      open = List.copyOf(guarded);
    }
    open.forEach(AttemptDeadline::closeQuietly);
  }

  private static void closeQuietly(Closeable resource) {
    try {
      resource.close();
    } catch (IOException | UncheckedIOException gone) {
      // There is nobody left whom it could concern.
    }
  }
}
