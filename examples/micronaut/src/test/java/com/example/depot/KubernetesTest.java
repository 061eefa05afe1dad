package com.example.depot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Probe;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pod has environments that Micronaut finds by itself, and their files count there. */
@Timeout(300)
class KubernetesTest {

  @TempDir Path classes;

  @Test
  void theFilesOfAPodAreReadAsTheRunningApplicationReadsThem() throws Exception {
    int port = freePort();
    Files.writeString(classes.resolve("application.yml"), "micronaut.server.port: 1\n");
    Files.writeString(
        classes.resolve("application-k8s.yml"),
        "micronaut.server: {port: 1, context-path: /depot}\n");
    Files.writeString(
        classes.resolve("application-cloud.yml"), "micronaut.server.port: " + port + "\n");
    Process process = start();
    try {
      for (Probe probe :
          FrameworkApplication.find(
                  classes, SettingsToUrlsTest.libraries(), FrameworkChoice.RECOGNISE)
              .orElseThrow()
              .probes()
              .probes()
              .probes()
              .values()) {
        HttpGet get = (HttpGet) probe.handler().orElseThrow();
        assertThat(get.effectivePath()).startsWith("/depot/health/");
        assertThat(status(process, "http://localhost:" + port + get.effectivePath()))
            .isEqualTo(200);
      }
    } finally {
      process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
  }

  /** These files come before those of the example. */
  private Process start() throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classes + File.pathSeparator + path,
            "-Dsonde.enabled=false",
            DepotApplication.class.getName());
    builder.environment().put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
    builder.environment().put("KUBERNETES_SERVICE_PORT", "443");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(classes.resolve("log").toFile())
        .start();
  }

  private int status(Process process, String url) throws Exception {
    while (true) {
      try {
        return SettingsToUrlsTest.status(url);
      } catch (ConnectException notYet) {
        assertThat(process.isAlive()).as(Files.readString(classes.resolve("log"))).isTrue();
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
