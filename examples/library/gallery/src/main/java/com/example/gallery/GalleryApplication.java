package com.example.gallery;

import com.example.storage.FileStorage;
import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Shutdown;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.Workload;
import dev.sonde.checks.DeadlockCheck;
import dev.sonde.runtime.HealthServer;
import java.io.IOException;
import java.nio.file.Path;

/** Serves pictures on port 8080. The library's checks are asked because it is included here. */
@Container(
    name = "gallery",
    portName = "health",
    workload = @Workload(kind = "Deployment", name = "gallery"),
    include = {FileStorage.class, DeadlockCheck.class},
    shutdown = @Shutdown(preStopSeconds = 0, stopSeconds = 10))
@Startup(periodSeconds = 1, failureThreshold = 60)
@Liveness(periodSeconds = 10)
@Readiness(periodSeconds = 1, failureThreshold = 1)
public final class GalleryApplication {

  private GalleryApplication() {}

  /**
   * Serves until it is told to end.
   *
   * @param arguments the folder of the pictures, by default {@code /pictures}
   */
  public static void main(String[] arguments) throws IOException {
    FileStorage storage =
        new FileStorage(Path.of(arguments.length == 0 ? "/pictures" : arguments[0]));
    Pictures pictures = new Pictures(storage);
    HealthServer.builder(
            new GalleryApplicationHealth(pictures, storage, new DeadlockCheck()).endpoints())
        .port(Integer.getInteger("gallery.healthPort", GalleryApplicationHealth.PORT))
        .stopping(pictures)
        .start();
    pictures.open(Integer.getInteger("gallery.port", 8080));
  }
}
