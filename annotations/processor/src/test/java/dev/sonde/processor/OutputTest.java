package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.JavaRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

  private static final Map<String, String> SOURCES =
      Map.of(
          "com/acme/App.java",
          "package com.acme;\n@dev.sonde.annotation.Readiness\nfinal class App {}\n");

  @TempDir Path folder;

  @Test
  @Provokes(JavaRule.OUTPUT_UNWRITABLE)
  void reportsADocumentThatCannotBeWritten() throws IOException {
    Disk disk = new Disk(folder);
    Files.createDirectories(disk.classes());
    Files.writeString(disk.classes().resolve("META-INF"), "in the way");
    assertReported(disk.compile(SOURCES), "META-INF/sonde/container.yaml cannot be written: ");
  }

  @Test
  void reportsAClassThatCannotBeWritten() throws IOException {
    Disk disk = new Disk(folder);
    Files.createDirectories(disk.classes());
    Files.writeString(disk.classes().resolve("com"), "in the way");
    assertReported(disk.compile(SOURCES), "com.acme.SondeRound1 cannot be written: ");
  }

  @Test
  @Provokes(JavaRule.RUNTIME_MISSING)
  void asksForTheRuntimeWhereEndpointsAreGenerated() throws IOException {
    Disk disk = new Disk(folder).without("annotations/runtime");
    assertThat(disk.compile(SOURCES))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getMessage(Locale.ROOT))
                    .startsWith("[runtime-missing] ")
                    .contains("dev.sonde:sonde-runtime"));
    assertThat(disk.classes().resolve("META-INF")).doesNotExist();
  }

  @Test
  void asksForTheLibraryThatRunsSuspendFunctions() throws IOException {
    Disk disk = new Disk(folder).without("kotlinx-coroutines");
    String queue =
        "package com.acme;\nimport dev.sonde.annotation.*;\nimport kotlin.coroutines.*;\n"
            + "final class Queue {\n"
            + "  @Readiness Object ready(Continuation<? super Boolean> it) { return true; }\n}\n";
    assertThat(disk.compile(Map.of("com/acme/Queue.java", queue)))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getMessage(Locale.ROOT))
                    .startsWith("[check-signature] Queue.ready() needs a library that is not on")
                    .contains("org.jetbrains.kotlinx:kotlinx-coroutines-core 1.7 or newer"));
  }

  @Test
  void needsNoRuntimeForAProbeWithoutEndpoint() throws IOException {
    Disk disk = new Disk(folder).without("annotations/runtime");
    String worker =
        "package com.acme;\nimport dev.sonde.annotation.*;\n"
            + "@Liveness(tcpSocket = @TcpSocket(port = 8080))\nfinal class Worker {}\n";
    assertThat(disk.compile(Map.of("com/acme/Worker.java", worker))).isEmpty();
    assertThat(disk.classes().resolve("META-INF/sonde/container.yaml")).exists();
  }

  @Test
  void writesNoDocumentWhereSomethingIsWrong() throws IOException {
    Disk disk = new Disk(folder);
    String app =
        SOURCES.get("com/acme/App.java").replace("Readiness", "Readiness(periodSeconds = -1)");
    assertThat(disk.compile(Map.of("com/acme/App.java", app))).hasSize(1);
    assertThat(disk.classes().resolve("META-INF")).doesNotExist();
  }

  private static void assertReported(
      List<Diagnostic<? extends JavaFileObject>> diagnostics, String text) {
    assertThat(diagnostics)
        .filteredOn(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage(Locale.ROOT)).startsWith("[output-unwritable] " + text);
              assertThat(error.getLineNumber()).isEqualTo(3);
            });
  }
}
