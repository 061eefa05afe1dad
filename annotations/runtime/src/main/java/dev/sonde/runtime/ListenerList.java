package dev.sonde.runtime;

import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.internal.engine.CheckFinding;
import dev.sonde.runtime.internal.engine.ListenerQueue;
import dev.sonde.runtime.internal.log.HealthLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The listeners to what checks find. Each has a thread of its own, so one that is slow, hangs or
 * fails delays neither answers nor other listeners.
 */
final class ListenerList {

  /** A listener and the way to it. */
  private static final class Listening {
    final HealthListener listener;
    final ListenerQueue queue;
    final boolean hearsChangesAlone;
    boolean losing; // guarded by this

    Listening(HealthListener listener, String container) {
      this.listener = listener;
      this.queue = new ListenerQueue("sonde-" + container + "-listener-");
      this.hearsChangesAlone = listener instanceof ProbeStateListener;
    }

    /** To wake a thread for nothing, with each answer of each check, costs more than they do. */
    boolean isDeafTo(CheckFinding finding) {
      return hearsChangesAlone && !finding.isChange();
    }

    void tell(CheckId id, CheckFinding finding) {
      CheckReport report = finding.report();
      try {
        if (finding.onlyFor().isEmpty()) {
          listener.checked(id, report);
        }
        if (finding.isChange()) {
          listener.changed(id, report, finding.before());
        }
      } catch (Throwable failure) {
        HealthLog.warning("A health listener failed: " + listener, failure);
      }
    }

    synchronized boolean beginsToLose(boolean lost) {
      boolean begins = lost && !losing;
      losing = lost;
      return begins;
    }
  }

  private final List<Listening> all = new ArrayList<>();
  private final StateLog log;
  private final ListenerQueue logQueue;

  ListenerList(String container, List<HealthListener> listeners) {
    for (HealthListener listener : listeners) {
      all.add(new Listening(listener, container));
    }
    this.log = new StateLog();
    this.logQueue = new ListenerQueue("sonde-" + container + "-log-");
  }

  /** {@return what tells all of them about a check} */
  CheckFinding.Observer about(CheckId id) {
    return finding -> found(finding.onlyFor().map(id::onlyFor).orElse(id), finding);
  }

  private void found(CheckId id, CheckFinding finding) {
    if (log.isWorthALine(finding)) {
      logQueue.add(() -> log.write(id, finding));
    }
    for (Listening listening : all) {
      if (listening.isDeafTo(finding)) {
        continue;
      }
      boolean lost = !listening.queue.add(() -> listening.tell(id, finding));
      if (listening.beginsToLose(lost)) {
        logQueue.add(() -> logLoss(listening.listener));
      }
    }
  }

  private static void logLoss(HealthListener listener) {
    HealthLog.warning("A health listener is too slow and misses news: " + listener, null);
  }

  /** Logs what kept the application from starting, as it now stops. */
  void stopBeforeStart() {
    logQueue.add(log::writeMissing);
  }

  /**
   * Waits until all have got everything.
   *
   * @param within how long at most for each
   */
  void await(Duration within) throws InterruptedException {
    logQueue.await(within);
    for (Listening listening : all) {
      listening.queue.await(within);
    }
  }
}
