package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AdoptCommandTest {

  private static final String MANIFEST =
      """
      apiVersion: example.com/v1
      kind: Worker
      metadata: {name: orders}
      spec:
        template:
          spec:
            containers:
              - {name: orders, image: a, livenessProbe: {httpGet: {path: /livez, port: 8081}}}
              - {name: proxy, image: b, livenessProbe: {tcpSocket: {port: 9090}}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path manifest;

  @BeforeEach
  void write() throws IOException {
    manifest = Files.writeString(folder.resolve("worker.yaml"), MANIFEST);
  }

  @Test
  void writesAClassForEachContainer() {
    assertThat(adopt()).isZero();
    assertThat(folder.resolve("src/com/acme/OrdersProbes.java"))
        .content()
        .contains("@HttpGet(path = \"/livez\", port = 8081)");
    assertThat(folder.resolve("src/com/acme/ProxyProbes.java")).isRegularFile();
    assertThat(out.toString().lines())
        .hasSize(2)
        .first()
        .asString()
        .contains(
            "OrdersProbes.java declares the probes of container \"orders\" of Worker orders (");
  }

  @Test
  void writesWhatWasChosen() {
    assertThat(
            adopt(
                "--workload",
                "Worker/orders",
                "--container",
                "proxy",
                "--class",
                "Mine",
                "--style",
                "dsl"))
        .isZero();
    assertThat(folder.resolve("src/com/acme/Mine.java")).content().contains("tcpSocket(9090)");
    assertThat(folder.resolve("src/com/acme/OrdersProbes.java")).doesNotExist();
  }

  @Test
  void printsToTheStandardOutputAndWritesNothing() {
    Path standardOutput = Path.of("-");
    CommandLine command =
        Sonde.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    assertThat(
            command.execute(
                "adopt",
                "--package=com.acme",
                "--output=-",
                "--kind=example.com/v1/Worker=spec.template.spec",
                manifest.toString()))
        .isZero();
    assertThat(out.toString())
        .startsWith("package com.acme;")
        .contains("class OrdersProbes", "class ProxyProbes");
    assertThat(err.toString()).isEmpty();
    assertThat(standardOutput).doesNotExist();
  }

  @Test
  void overwritesOnlyByForce() throws IOException {
    assertThat(adopt()).isZero();
    Path adopted = folder.resolve("src/com/acme/ProxyProbes.java");
    Files.writeString(adopted, "// mine\n");

    assertThat(adopt()).isEqualTo(1);
    assertThat(out.toString()).contains("[adopt-file-exists]", "Nothing was written.");
    assertThat(adopted).hasContent("// mine");
    assertThat(adopt("--force")).isZero();
    assertThat(adopted).content().contains("9090");
  }

  @Test
  void refusesAndWritesNothing() throws IOException {
    Files.writeString(manifest, MANIFEST.replace("9090", "99999"));
    assertThat(adopt()).isEqualTo(1);
    assertThat(out.toString()).contains("worker.yaml:9:", "error: [port-range]");
    assertThat(folder.resolve("src")).doesNotExist();
  }

  @Test
  void endsWithTwoOnAWrongCommandLine() {
    assertThat(adopt("--class", "class")).isEqualTo(2);
    assertThat(err.toString()).contains("\"class\" is no name of a class.");
    assertThat(adopt("--style", "prose")).isEqualTo(2);
  }

  private int adopt(String... more) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> words =
        new ArrayList<>(
            List.of(
                "adopt", "--package", "com.acme", "--output", folder.resolve("src").toString()));
    words.addAll(List.of("--kind", "example.com/v1/Worker=spec.template.spec"));
    words.addAll(List.of(more));
    words.add(manifest.toString());
    return Sonde.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words.toArray(String[]::new));
  }
}
