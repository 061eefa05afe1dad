package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.compiled.AnnotationText;
import dev.sonde.compiled.CompilationRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that the annotation processor did not see. */
class StaleClassesTest {

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: orders}
      spec: {template: {spec: {containers: [{name: orders, image: orders}]}}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path classes;
  private Path manifest;

  @BeforeEach
  void compilesWithoutTheProcessor() throws IOException {
    manifest = Files.writeString(folder.resolve("d.yaml"), MANIFEST);
    classes = Files.createDirectories(folder.resolve("classes"));
    Path annotation = source("Readiness", "package dev.sonde.annotation; @interface Readiness {}");
    Path store = source("Store", "package dev.sonde.annotation; @Readiness class Store {}");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    annotation.toString(),
                    store.toString()))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --probes CLASSES MANIFEST",
        "merge --probes CLASSES MANIFEST",
        "generate --probes CLASSES",
        "report --probes CLASSES --html FOLDER/report.html",
      })
  void areRefused(String command) throws IOException {
    assertThat(run(command)).isEqualTo(2);
    assertThat(err.toString())
        .contains(classes + ":1:1: [processor-off] ")
        .contains("dev.sonde.annotation.Store")
        .contains("Switch Sonde's processor on");
    assertThat(out.toString()).isEmpty();
    assertThat(manifest).hasContent(MANIFEST);
    assertThat(folder.resolve("report.html")).doesNotExist();
  }

  @Test
  void areNotTakenForClassesWithoutAnnotations() throws IOException {
    Files.delete(classes.resolve("dev/sonde/annotation/Store.class"));
    assertThat(run("check --probes CLASSES MANIFEST")).isEqualTo(2);
    assertThat(err.toString()).contains("there are no probes in it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --probes CLASSES MANIFEST",
        "merge --probes JAR MANIFEST",
        "generate --probes JAR",
      })
  void areCalledALibraryWhereTheyOnlyOwnChecks(String command) throws IOException {
    Path record = classes.resolve(CompilationRecord.PATH);
    Files.createDirectories(record.getParent());
    String own = "dev.sonde.annotation.Store";
    Files.writeString(
        record,
        new CompilationRecord(
                Map.of(
                    own,
                    AnnotationText.hash(
                        List.of(
                            AnnotationText.annotation(
                                "dev.sonde.annotation.Readiness", Map.of())))),
                Set.of(),
                Set.of(),
                Map.of(),
                Map.of())
            .toText());
    Path jar = folder.resolve("lib.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry(CompilationRecord.PATH));
      zip.write(Files.readAllBytes(record));
    }
    assertThat(run(command.replace("JAR", jar.toString()))).isEqualTo(2);
    assertThat(err.toString())
        .contains("[probes-missing] it is a library: its checks wait for an application")
        .contains("Name the application instead.");
  }

  private int run(String command) {
    return Sonde.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(
            command
                .replace("CLASSES", classes.toString())
                .replace("MANIFEST", manifest.toString())
                .replace("FOLDER", folder.toString())
                .split(" "));
  }

  private Path source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), text);
  }
}
