package com.example.fingerprints;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Heartbeat;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Shutdown;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads paths of files from standard input and prints the files' fingerprints. It has no port: its
 * probes look at files that it writes while all is well.
 */
@Container(
    name = "fingerprints",
    workload = @Workload(kind = "Deployment", name = "fingerprints"),
    shutdown = @Shutdown(preStopSeconds = 0, stopSeconds = 20))
@Startup(
    heartbeat = @Heartbeat(file = "/tmp/fingerprints-started", everySeconds = 1),
    periodSeconds = 2,
    failureThreshold = 30)
@Liveness(heartbeat = @Heartbeat(file = "/tmp/fingerprints-live", everySeconds = 1))
public final class FingerprintsApplication {

  private FingerprintsApplication() {}

  /**
   * Runs until it is told to stop.
   *
   * @param args nothing in a container; elsewhere a folder that stands for its root
   */
  public static void main(String[] args) throws IOException {
    FingerprintWorker worker = new FingerprintWorker();

    new FingerprintsApplicationHealth(worker)
        .heartbeats()
        .under(Path.of(args.length == 0 ? "/" : args[0]))
        .stopping(worker::stop)
        .start();

    new Thread(worker, "fingerprint-worker").start();
    BufferedReader jobs =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path = jobs.readLine(); path != null; path = jobs.readLine()) {
      worker.add(Path.of(path));
    }
  }
}
