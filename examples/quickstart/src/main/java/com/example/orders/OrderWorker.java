package com.example.orders;

import dev.sonde.annotation.Liveness;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Works off the orders, one after another, in a thread of its own. */
final class OrderWorker implements Runnable {

  private static final Duration LONGEST_ORDER = Duration.ofSeconds(2);

  private final OrderQueue queue;
  private final AtomicLong processed = new AtomicLong();
  private final Object stock = new Object();
  private final Object ledger = new Object();
  private volatile long busySince;
  private volatile boolean busy;

  OrderWorker(OrderQueue queue) {
    this.queue = queue;
  }

  @Override
  public void run() {
    try {
      while (true) {
        process(queue.take());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void process(String order) {
    synchronized (stock) {
      busySince = System.nanoTime();
      busy = true;
      synchronized (ledger) {
        processed.incrementAndGet();
      }
    }
    busy = false;
  }

  long processed() {
    return processed.get();
  }

  /** A deadlocked worker stays with its order for ever: only a restart cures that. */
  @Liveness
  boolean makesProgress() {
    return !busy || System.nanoTime() - busySince < LONGEST_ORDER.toNanos();
  }

  /** Takes the two locks in the other order, the second one when the worker has it. */
  void deadlock() throws InterruptedException {
    CountDownLatch ledgerTaken = new CountDownLatch(1);
    Thread audit = new Thread(() -> auditInWrongOrder(ledgerTaken), "audit");
    audit.setDaemon(true);
    audit.start();
    ledgerTaken.await();
    queue.offer("the order that never ends");
  }

  private void auditInWrongOrder(CountDownLatch ledgerTaken) {
    synchronized (ledger) {
      ledgerTaken.countDown();
      while (!busy) {
        Thread.onSpinWait();
      }
      synchronized (stock) {
        processed.get();
      }
    }
  }
}
