package dev.sonde.runtime.testing;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Opens all files that it may when it reads {@code begin}, and closes them at {@code end}. */
public final class RunsOutOfFiles {

  private RunsOutOfFiles() {}

  public static void main(String[] args) throws Exception {
    if (Boolean.getBoolean("log.first")) {
      System.getLogger("application").log(System.Logger.Level.INFO, "started");
    }
    HealthServer server =
        HealthServer.start(
            HealthEndpoints.builder("files")
                .liveness("/livez", Duration.ofSeconds(1), List.of())
                .build(),
            0);
    System.out.println("port " + server.port());
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<InputStream> open = new ArrayList<>();
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.equals("begin")) {
        takeAll(open);
      } else {
        for (InputStream each : open) {
          each.close();
        }
      }
      System.out.println("done " + order);
    }
  }

  private static void takeAll(List<InputStream> open) {
    try {
      while (true) {
        open.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException full) {
      // That is the aim.
    }
  }
}
