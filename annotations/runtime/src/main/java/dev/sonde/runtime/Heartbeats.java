package dev.sonde.runtime;

import java.util.List;

/**
 * The heartbeat files of a container, written until closed. Thread-safe.
 *
 * <p>When the JVM is asked to end, that of readiness fails at once; {@link
 * HeartbeatsBuilder#stopping} says what else is to happen. The threads are daemons: the files are
 * written as long as something else keeps the JVM alive.
 */
public final class Heartbeats implements AutoCloseable {

  private final List<HeartbeatFile> files;
  private final ShutdownHook shutdown;

  private Heartbeats(List<HeartbeatFile> files, ShutdownHook shutdown) {
    this.files = files;
    this.shutdown = shutdown;
  }

  /**
   * {@return a builder}
   *
   * @param endpoints what to ask
   */
  public static HeartbeatsBuilder builder(HealthEndpoints endpoints) {
    return new HeartbeatsBuilder(endpoints);
  }

  static Heartbeats start(List<HeartbeatFile> files, ShutdownHook shutdown) {
    Heartbeats heartbeats = new Heartbeats(files, shutdown);
    try {
      files.forEach(HeartbeatFile::begin);
      shutdown.register();
    } catch (Throwable failure) {
      heartbeats.close();
      throw failure;
    }
    shutdown.logTimes();
    return heartbeats;
  }

  /** Stops writing and removes the files, so that the probes fail at once. */
  @Override
  public void close() {
    shutdown.unregister();
    files.forEach(HeartbeatFile::close);
  }
}
