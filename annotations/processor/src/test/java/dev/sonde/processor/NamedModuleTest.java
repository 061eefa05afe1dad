package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named modules see only what they require. */
class NamedModuleTest {

  @TempDir Path folder;
  private JavacCommand javac;
  private Path application;

  @BeforeEach
  void writeSources() throws IOException {
    javac = new JavacCommand(folder);
    application =
        source(
            "com/acme/App.java",
            """
            package com.acme;
            @dev.sonde.annotation.Readiness
            final class App {
              @dev.sonde.annotation.Readiness boolean fine() { return true; }
            }
            """);
  }

  @Test
  void generatesCodeThatReadsNoMoreThanTheModuleDoes() throws Exception {
    // Neither java.compiler, which has @Generated, nor anything transitively.
    Path module =
        source(
            "module-info.java",
            "module com.acme { requires dev.sonde.annotations; requires dev.sonde.runtime; exports com.acme; }");
    compile(module, "-Xlint:all,-requires-automatic", "-Werror");
    assertThat(Files.readString(folder.resolve("generated/com/acme/AppHealth.java")))
        .doesNotContain("Generated")
        .contains("@SuppressWarnings(\"exports\")");
  }

  @Test
  void marksWhatIsGeneratedWhereTheModuleSeesTheAnnotation() throws Exception {
    Path module =
        source(
            "module-info.java",
            "module com.acme { requires dev.sonde.annotations; requires dev.sonde.runtime; requires java.compiler; }");
    compile(module, "-Xlint:all,-requires-automatic", "-Werror");
    assertThat(Files.readString(folder.resolve("generated/com/acme/AppHealth.java")))
        .contains("@Generated(\"dev.sonde.processor.ProbeProcessor\")");
  }

  private void compile(Path module, String... options) throws Exception {
    String[] all = new String[options.length + 6];
    all[0] = "--module-path";
    all[1] = JavacCommand.path(List.of(javac.api, javac.runtime));
    all[2] = "-processorpath";
    all[3] = JavacCommand.path(javac.sonde);
    all[4] = "-s";
    all[5] = Files.createDirectories(folder.resolve("generated")).toString();
    System.arraycopy(options, 0, all, 6, options.length);
    javac.run(List.of(module, application), all);
  }

  private Path source(String path, String text) throws IOException {
    Path file = folder.resolve("src").resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
