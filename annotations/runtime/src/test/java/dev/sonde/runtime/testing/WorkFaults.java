package dev.sonde.runtime.testing;

import dev.sonde.checks.DeadlockCheck;
import dev.sonde.checks.ErrorRateCheck;
import dev.sonde.checks.HeartbeatCheck;
import dev.sonde.checks.QueueCheck;
import dev.sonde.health.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** Work that stops, fails or piles up, and checks that misbehave. */
final class WorkFaults {

  private WorkFaults() {}

  static Fault errorRate() {
    ErrorRateCheck check = new ErrorRateCheck(0.5, Duration.ofMinutes(10), 20);
    for (int i = 0; i < 30; i++) {
      check.record(true);
    }
    return Fault.of(
        check,
        () -> {
          for (int i = 0; i < 40; i++) {
            check.record(false);
          }
        });
  }

  static Fault deadlockOfMonitors() {
    Object one = new Object();
    Object other = new Object();
    CyclicBarrier both = new CyclicBarrier(2);
    return Fault.of(
        new DeadlockCheck(),
        () -> {
          daemon(() -> lockInOrder(one, other, both));
          daemon(() -> lockInOrder(other, one, both));
        });
  }

  static Fault deadlockOfLocks() {
    ReentrantLock one = new ReentrantLock();
    ReentrantLock other = new ReentrantLock();
    CyclicBarrier both = new CyclicBarrier(2);
    return Fault.of(
        new DeadlockCheck(),
        () -> {
          daemon(() -> lockInOrder(one, other, both));
          daemon(() -> lockInOrder(other, one, both));
        });
  }

  static Fault heartbeat() {
    HeartbeatCheck check = new HeartbeatCheck(Duration.ofSeconds(1));
    AtomicBoolean stuck = new AtomicBoolean();
    daemon(
        () -> {
          while (true) {
            check.beat();
            do {
              Thread.sleep(20);
            } while (stuck.get());
          }
        });
    return Fault.of(check, () -> stuck.set(true), () -> stuck.set(false));
  }

  static Fault queue() {
    BlockingQueue<Integer> orders = new ArrayBlockingQueue<>(10);
    AtomicBoolean consumerStops = new AtomicBoolean();
    daemon(
        () -> {
          while (true) {
            orders.offer(1, 1, TimeUnit.SECONDS);
          }
        });
    daemon(
        () -> {
          while (true) {
            Thread.sleep(1);
            if (!consumerStops.get()) {
              orders.clear();
            }
          }
        });
    return Fault.of(
        new QueueCheck(orders::size, 10, 0.9, Duration.ofSeconds(1)),
        () -> consumerStops.set(true),
        () -> consumerStops.set(false));
  }

  static Fault hang() {
    return misbehaving(() -> waitForEver(new Object()));
  }

  static Fault exit() {
    return misbehaving(() -> System.exit(3));
  }

  static Fault recursion() {
    return misbehaving(() -> recurse(0));
  }

  static Fault outOfMemory() {
    return misbehaving(
        () -> {
          List<byte[]> all = new ArrayList<>();
          while (true) {
            all.add(new byte[1 << 20]);
          }
        });
  }

  static Fault threadLeak() {
    return misbehaving(() -> daemon(() -> waitForEver(new Object())));
  }

  private static Fault misbehaving(Fault.Action action) {
    AtomicBoolean begun = new AtomicBoolean();
    return Fault.of(
        () -> {
          if (begun.get()) {
            action.run();
          }
          return Health.up();
        },
        () -> begun.set(true),
        () -> begun.set(false));
  }

  static void waitForEver(Object monitor) throws InterruptedException {
    synchronized (monitor) {
      while (true) {
        monitor.wait();
      }
    }
  }

  static void daemon(Fault.Action action) {
    Thread thread =
        new Thread(
            () -> {
              try {
                action.run();
              } catch (Exception failure) {
                throw new AssertionError(failure);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void lockInOrder(Object first, Object second, CyclicBarrier both)
      throws Exception {
    synchronized (first) {
      both.await();
      synchronized (second) {
        throw new AssertionError("no deadlock came about");
      }
    }
  }

  private static void lockInOrder(ReentrantLock first, ReentrantLock second, CyclicBarrier both)
      throws Exception {
    first.lock();
    both.await();
    second.lock();
  }

  private static int recurse(int depth) {
    return recurse(depth + 1) + 1;
  }
}
