package dev.sonde.runtime.testing;

import dev.sonde.health.HealthCheck;

/** Something that goes really wrong, and the check that is to notice. */
interface Fault {

  /** An action that may fail. */
  interface Action {
    void run() throws Exception;
  }

  HealthCheck check();

  void begin() throws Exception;

  default void end() throws Exception {}

  static Fault of(HealthCheck check, Action begin) {
    return of(check, begin, () -> {});
  }

  static Fault of(HealthCheck check, Action begin, Action end) {
    return new Fault() {
      @Override
      public HealthCheck check() {
        return check;
      }

      @Override
      public void begin() throws Exception {
        begin.run();
      }

      @Override
      public void end() throws Exception {
        end.run();
      }
    };
  }

  static Fault named(String name) throws Exception {
    return switch (name) {
      case "tcp" -> ConnectionFaults.tcp();
      case "http" -> ConnectionFaults.http();
      case "database" -> ConnectionFaults.database();
      case "config" -> ResourceFaults.config();
      case "disk-space" -> ResourceFaults.diskSpace();
      case "file-descriptors" -> ResourceFaults.fileDescriptors();
      case "threads" -> ResourceFaults.threads();
      case "heap" -> ResourceFaults.heap();
      case "cpu-delay" -> ResourceFaults.cpuDelay();
      case "cpu-load" -> ResourceFaults.cpuLoad();
      case "error-rate" -> WorkFaults.errorRate();
      case "deadlock-of-monitors" -> WorkFaults.deadlockOfMonitors();
      case "deadlock-of-locks" -> WorkFaults.deadlockOfLocks();
      case "heartbeat" -> WorkFaults.heartbeat();
      case "queue" -> WorkFaults.queue();
      case "hang" -> WorkFaults.hang();
      case "exit" -> WorkFaults.exit();
      case "recursion" -> WorkFaults.recursion();
      case "out-of-memory" -> WorkFaults.outOfMemory();
      case "thread-leak" -> WorkFaults.threadLeak();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
