package dev.sonde.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Talks to the jar that people download, in a process of its own, with the SDK's own client. */
class SondeMcpIT {

  private static final String JAR = System.getProperty("sonde.mcp.jar");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final int LONG_ENOUGH = 120;

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: orders}
      spec:
        containers:
          - name: orders
            image: orders:1
            livenessProbe: {tcpSocket: {port: 8080}}
      """;

  private static final String PROBES =
      """
      apiVersion: sonde.dev/v1
      kind: ProbeSet
      container: orders
      livenessProbe: {tcpSocket: {port: 9090}}
      """;

  private static final String HELLO =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void write() throws IOException {
    root = Files.createDirectories(folder.resolve("served/k8s")).getParent();
    Files.writeString(root.resolve("k8s/pod.yaml"), POD);
    Files.writeString(root.resolve("probes.yaml"), PROBES);
    Files.writeString(folder.resolve("secret.yaml"), POD);
  }

  @Test
  void offersToolsThatReadUnlessWritingIsAllowed() {
    try (McpSyncClient client = client()) {
      assertThat(names(client))
          .containsExactlyInAnyOrder("lint", "check", "adopt", "explain", "answers", "simulate");
      assertThat(client.listTools().tools())
          .allSatisfy(tool -> assertThat(tool.annotations().readOnlyHint()).isTrue())
          .allSatisfy(tool -> assertThat(tool.inputSchema()).containsEntry("type", "object"));
    }
    try (McpSyncClient client = client("--allow-writing")) {
      assertThat(names(client)).contains("merge", "adopt_into").hasSize(8);
    }
  }

  @Test
  void answersWithEveryTool() {
    Map<String, Object> pod = Map.of("paths", List.of("k8s/pod.yaml"));
    try (McpSyncClient client = client()) {
      CallToolResult lint = call(client, "lint", Map.of("paths", List.of("k8s")));
      assertThat(text(lint)).contains("pod.yaml:8:", "[port-number-undeclared]");
      assertThat(lint.isError()).isFalse();
      assertThat(structured(lint)).containsEntry("exitCode", 0).containsEntry("cut", false);
      CallToolResult check =
          call(client, "check", Map.of("paths", List.of("k8s"), "probes", List.of("probes.yaml")));
      assertThat(text(check)).contains("9090", "The manifests do not say what the code says.");
      assertThat(structured(check)).containsEntry("exitCode", 1);
      assertThat(
              text(
                  call(
                      client,
                      "adopt",
                      Map.of("paths", List.of("k8s/pod.yaml"), "package", "com.acme"))))
          .startsWith("package com.acme;")
          .contains("final class OrdersProbes");
      assertThat(text(call(client, "explain", Map.of("rule", "liveness-tcp"))))
          .startsWith("liveness-tcp\n");
      assertThat(text(call(client, "answers", pod)))
          .contains("\"kind\":\"Report\"", "\"container\":\"orders\"");
      CallToolResult played = call(client, "simulate", pod);
      assertThat(text(played)).contains("== orders-start", "liveness failed");
      assertThat(text(call(client, "simulate", pod))).isEqualTo(text(played));
    }
    assertThat(root.resolve("src")).doesNotExist();
  }

  @Test
  void writesWhereItIsAllowed() throws IOException {
    Map<String, Object> merge =
        Map.of("paths", List.of("k8s/pod.yaml"), "probes", List.of("probes.yaml"));
    try (McpSyncClient client = client("--allow-writing")) {
      assertThat(structured(call(client, "merge", merge))).containsEntry("exitCode", 0);
    }
    assertThat(root.resolve("k8s/pod.yaml")).content(UTF_8).contains("port: 9090");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../secret.yaml",
        "k8s/../../secret.yaml",
        "/etc/hostname",
        "link.yaml",
        "linked",
        "linked/secret.yaml",
        "scenario.yaml",
        "a\0b"
      })
  void refusesPathsThatLeadOutOfTheRoot(String path) throws IOException {
    Files.createSymbolicLink(root.resolve("link.yaml"), folder.resolve("secret.yaml"));
    Files.createSymbolicLink(root.resolve("linked"), folder);
    Files.writeString(
        root.resolve("scenario.yaml"),
        "apiVersion: sonde.dev/v1\nkind: Scenario\nprobes: ../secret.yaml\n");
    try (McpSyncClient client = client()) {
      CallToolResult refused = call(client, "simulate", Map.of("paths", List.of(path)));
      assertThat(refused.isError()).isTrue();
      assertThat(text(refused)).doesNotContain("orders").containsAnyOf("leads out", "is no path");
    }
  }

  @Test
  void takesNoSettingsFromAboveTheRootAndNoneThatNameFilesOutside() throws IOException {
    Map<String, Object> pod = Map.of("paths", List.of("k8s"));
    String ignore =
        "apiVersion: sonde.dev/v1\nkind: Project\nignore: {port-number-undeclared: known}\n";
    Files.writeString(folder.resolve(".sonde.yaml"), ignore);
    try (McpSyncClient client = client()) {
      assertThat(text(call(client, "lint", pod))).contains("[port-number-undeclared]");
      Files.writeString(root.resolve(".sonde.yaml"), ignore);
      assertThat(text(call(client, "lint", pod))).doesNotContain("[port-number-undeclared]");
      Files.writeString(root.resolve(".sonde.yaml"), ignore + "overrides: ../secret.yaml\n");
      assertThat(text(call(client, "lint", pod))).contains("leads out");
    }
  }

  @Test
  void takesNoValueForAnOption() {
    try (McpSyncClient client = client()) {
      CallToolResult wrong = call(client, "explain", Map.of("rule", "--help"));
      assertThat(text(wrong)).contains("There is no rule \"--help\".");
      CallToolResult style =
          call(
              client,
              "adopt",
              Map.of("paths", List.of("k8s"), "package", "a", "workload", "--output=/tmp"));
      assertThat(style.isError()).isTrue();
    }
  }

  @Test
  void answersCallsAtOnceEachWithItsOwn() {
    try (McpSyncClient client = client()) {
      List<CompletableFuture<String>> asked =
          IntStream.range(0, 24)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () ->
                              text(
                                  i % 2 == 0
                                      ? call(client, "explain", Map.of("rule", "liveness-tcp"))
                                      : call(client, "lint", Map.of("paths", List.of("k8s"))))))
              .toList();
      for (int i = 0; i < asked.size(); i++) {
        assertThat(asked.get(i).join())
            .contains(i % 2 == 0 ? "Advice, warning." : "[readiness-missing]")
            .doesNotContain(i % 2 == 0 ? "[readiness-missing]" : "Advice, warning.");
      }
    }
  }

  @Test
  void boundsItsReplies() throws IOException {
    StringBuilder pods = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      pods.append("---\n").append(POD.replace("name: orders", "name: orders-" + i));
    }
    Files.writeString(root.resolve("many.yaml"), pods);
    try (McpSyncClient client = client()) {
      CallToolResult many = call(client, "lint", Map.of("paths", List.of("many.yaml")));
      assertThat(text(many).length()).isBetween(50_000, 70_000);
      assertThat(text(many)).contains("more lines. Name fewer files to see them.");
      assertThat(structured(many)).containsEntry("cut", true);
    }
  }

  @Test
  void answersWhatIsNoMessageAndGoesOn() throws Exception {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}\n";
    List<String> replies =
        replies(
            HELLO
                + "not json\n{}\n[1]\n\n{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"no/such\"}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\",\"params\":{\"name\":"
                + "\"lint\",\"arguments\":{\"paths\":\"k8s\"}}}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"name\":"
                + "\"remove\",\"arguments\":{}}}\n"
                + ping);
    assertThat(replies).filteredOn(reply -> reply.contains("-32700")).hasSize(3);
    assertThat(one(replies, 3)).contains("-32601");
    assertThat(one(replies, 4)).contains("\"isError\":true");
    assertThat(one(replies, 5)).contains("\"error\"");
    assertThat(one(replies, 7)).contains("\"result\":{}");
  }

  @Test
  void refusesARequestOfMoreThanOneMebibyteAndGoesOn() throws Exception {
    String huge =
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"ping\",\"params\":{\"a\":\""
            + "x".repeat(3 << 20)
            + "\"}}\n";
    List<String> replies =
        replies(HELLO + huge + "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}\n");
    assertThat(replies).anyMatch(reply -> reply.contains("A request has at most 1048576 bytes."));
    assertThat(one(replies, 7)).contains("\"result\":{}");
  }

  @Test
  void answersOthersAfterACancellationAndWhatIsAskedBeforeTheInputEnds() throws Exception {
    String simulate =
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":"
            + "\"simulate\",\"arguments\":{\"paths\":[\"k8s\"]}}}\n";
    List<String> replies =
        replies(
            HELLO
                + simulate
                + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                + "{\"requestId\":3}}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}\n"
                + simulate.replace("\"id\":3", "\"id\":8"));
    assertThat(one(replies, 7)).contains("\"result\":{}");
    assertThat(one(replies, 8)).contains("liveness failed");
  }

  @Test
  void endsAtOnceWhereThereIsNoInputAndWhereTheRootIsNone() throws Exception {
    assertThat(replies("")).isEmpty();
    Process process = server("--root", "none");
    process.getOutputStream().close();
    assertThat(process.waitFor(LONG_ENOUGH, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
  }

  @Test
  void isStartedByTheCommandLineBesideIt() throws Exception {
    Path cli = Path.of(System.getProperty("sonde.jar"));
    assumeTrue(Files.exists(cli), "The jar of the command line is not built.");
    Files.copy(Path.of(JAR), folder.resolve("sonde-mcp.jar"));
    Path beside = Files.copy(cli, folder.resolve("sonde.jar"));
    List<String> replies =
        replies(
            new ProcessBuilder(JAVA, "-jar", beside.toString(), "mcp", "--root", root.toString())
                .redirectError(folder.resolve("err").toFile())
                .start(),
            HELLO + "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}\n");
    assertThat(one(replies, 7)).contains("\"result\":{}");
  }

  private static String one(List<String> replies, int id) {
    List<String> some = replies.stream().filter(r -> r.contains("\"id\":" + id + ",")).toList();
    assertThat(some).as("replies to %d in %s", id, replies).hasSize(1);
    return some.get(0);
  }

  /** What is replied to some lines, once the process has ended as it should. */
  private List<String> replies(String lines) throws Exception {
    return replies(server(), lines);
  }

  private static List<String> replies(Process process, String lines) throws Exception {
    CompletableFuture<byte[]> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return process.getInputStream().readAllBytes();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    process.getOutputStream().write(lines.getBytes(UTF_8));
    process.getOutputStream().close();
    assertThat(process.waitFor(LONG_ENOUGH, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return new String(read.get(), UTF_8).lines().toList();
  }

  private Process server(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-jar", JAR));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .directory(root.toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private McpSyncClient client(String... options) {
    List<String> arguments = new ArrayList<>(List.of("-jar", JAR, "--root", root.toString()));
    arguments.addAll(List.of(options));
    McpSyncClient client =
        McpClient.sync(
                new StdioClientTransport(
                    ServerParameters.builder(JAVA).args(arguments).build(),
                    McpJsonDefaults.getMapper()))
            .requestTimeout(Duration.ofSeconds(LONG_ENOUGH))
            .initializationTimeout(Duration.ofSeconds(LONG_ENOUGH))
            .build();
    client.initialize();
    return client;
  }

  private static Set<String> names(McpSyncClient client) {
    return Set.copyOf(client.listTools().tools().stream().map(Tool::name).toList());
  }

  private static CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> structured(CallToolResult result) {
    return (Map<String, Object>) result.structuredContent();
  }
}
