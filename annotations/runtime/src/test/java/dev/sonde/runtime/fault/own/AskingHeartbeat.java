package dev.sonde.runtime.fault.own;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HeartbeatFile;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.fault.FaultScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Waits for the next beat of a heartbeat file. */
public final class AskingHeartbeat implements FaultScenario {

  private Path folder;
  private HeartbeatFile heartbeat;

  @Override
  public void start() throws IOException {
    folder = Files.createTempDirectory("sonde-heartbeat");
    HealthEndpoints endpoints =
        HealthEndpoints.builder("faulty")
            .liveness("/livez", Duration.ofSeconds(1), List.of(Check.bool("alive", () -> true)))
            .build();
    heartbeat =
        HeartbeatFile.start(
            endpoints, EndpointKind.LIVENESS, folder.resolve("live"), Duration.ofSeconds(1));
  }

  /** A beat that promises the time to come, after the one that is there. */
  @Override
  public String ask() throws Exception {
    long before = Math.max(promised(), System.currentTimeMillis() / 1000);
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() - end < 0) {
      if (promised() > before) {
        return "beats";
      }
      Thread.sleep(20);
    }
    return MUTE;
  }

  private long promised() throws IOException {
    try {
      String text = Files.readString(folder.resolve("live")).strip();
      return text.isEmpty() ? 0 : Long.parseLong(text);
    } catch (NoSuchFileException notYet) {
      return 0;
    }
  }

  @Override
  public void stop() throws IOException {
    heartbeat.close();
    Files.delete(folder); // Which fails unless the file is gone.
  }
}
