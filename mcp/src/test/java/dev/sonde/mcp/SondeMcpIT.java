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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

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

  /** Says that it is up by a file, and stays until it is asked to stop. */
  private static final String SERVER =
      """
      class Server {
        public static void main(String[] arguments) throws Exception {
          java.nio.file.Files.writeString(java.nio.file.Path.of(arguments[0]), "");
          Thread.sleep(60_000);
        }
      }
      """;

  private static final String HELLO =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  /** What the server must not take: it lies above the root. */
  private static final String IGNORE =
      "apiVersion: sonde.dev/v1\nkind: Project\nignore: {port-number-undeclared: known}\n";

  /** Shared by all tests, each in a folder of its own: a server takes seconds to start. */
  @TempDir private static Path folder;

  private static Path root;
  private static McpSyncClient reading;
  private static McpSyncClient allowed;

  private String place = "";
  private Path served = Path.of("");

  @BeforeAll
  static void start() throws IOException {
    root = Files.createDirectories(folder.resolve("served"));
    Files.writeString(folder.resolve("secret.yaml"), POD);
    Files.writeString(folder.resolve(".sonde.yaml"), IGNORE);
    reading = client();
    allowed = client("--allow-writing", "--allow-running");
  }

  @AfterAll
  static void stop() {
    reading.close();
    allowed.close();
  }

  @BeforeEach
  void write(TestInfo test) throws IOException {
    place = test.getTestMethod().orElseThrow().getName();
    served = Files.createDirectories(root.resolve(place).resolve("k8s")).getParent();
    Files.writeString(served.resolve("k8s/pod.yaml"), POD);
    Files.writeString(served.resolve("probes.yaml"), PROBES);
  }

  @Test
  void offersToolsThatReadUnlessWritingIsAllowed() {
    assertThat(names(reading))
        .containsExactlyInAnyOrder(
            "lint",
            "check",
            "adopt",
            "explain",
            "answers",
            "simulate",
            "suggest",
            "replay",
            "measure");
    assertThat(reading.listTools().tools())
        .allSatisfy(
            tool ->
                assertThat(tool.annotations().readOnlyHint())
                    .isEqualTo(!tool.name().equals("measure")))
        .allSatisfy(tool -> assertThat(tool.inputSchema()).containsEntry("type", "object"));
    assertThat(names(allowed)).contains("merge", "adopt_into").hasSize(11);
  }

  @Test
  void answersWithEveryTool() {
    Map<String, Object> pod = Map.of("paths", List.of(at("k8s/pod.yaml")));
    CallToolResult lint = call(reading, "lint", Map.of("paths", List.of(at("k8s"))));
    assertThat(text(lint)).contains("pod.yaml:8:", "[port-number-undeclared]");
    assertThat(lint.isError()).isFalse();
    assertThat(structured(lint)).containsEntry("exitCode", 0).containsEntry("cut", false);
    CallToolResult check =
        call(
            reading,
            "check",
            Map.of("paths", List.of(at("k8s")), "probes", List.of(at("probes.yaml"))));
    assertThat(text(check)).contains("9090", "The manifests do not say what the code says.");
    assertThat(structured(check)).containsEntry("exitCode", 1);
    assertThat(
            text(
                call(
                    reading,
                    "adopt",
                    Map.of("paths", List.of(at("k8s/pod.yaml")), "package", "com.acme"))))
        .startsWith("package com.acme;")
        .contains("final class OrdersProbes");
    assertThat(text(call(reading, "explain", Map.of("rule", "liveness-tcp"))))
        .startsWith("liveness-tcp\n");
    assertThat(text(call(reading, "answers", pod)))
        .contains("\"kind\":\"Report\"", "\"container\":\"orders\"");
    CallToolResult played = call(reading, "simulate", pod);
    assertThat(text(played)).contains("== orders-start", "liveness failed");
    assertThat(text(call(reading, "simulate", pod))).isEqualTo(text(played));
    assertThat(served.resolve("src")).doesNotExist();
  }

  @Test
  void suggestsNumbersForWhatIsWanted() throws IOException {
    Files.writeString(
        served.resolve("k8s/web.yaml"),
        POD.replace("tcpSocket: {port: 8080}", "httpGet: {port: 8080}, periodSeconds: 10"));
    Map<String, Object> wanted = Map.of("file", at("k8s/web.yaml"), "stallSurvived", "40s");
    CallToolResult suggestion = call(reading, "suggest", wanted);
    assertThat(text(suggestion)).contains("a stall of 40 s is survived", "livenessProbe.");
    assertThat(structured(suggestion)).containsEntry("exitCode", 0);
    assertThat(text(call(reading, "suggest", wanted))).isEqualTo(text(suggestion));
    assertThat(
            call(reading, "suggest", Map.of("file", at("k8s/web.yaml"), "stallSurvived", "soon"))
                .isError())
        .isTrue();
    assertThat(
            text(
                call(
                    reading,
                    "suggest",
                    Map.of("file", at("k8s/web.yaml"), "objectives", "../secret.yaml"))))
        .contains("leads out");
  }

  @Test
  void replaysWhatAClusterRecorded() throws IOException {
    Files.writeString(
        served.resolve("pod.json"),
        """
        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "orders-1", "namespace": "shop"},
         "spec": {"containers": [{"name": "orders",
           "livenessProbe": {"httpGet": {"port": 8080}}}]},
         "status": {"containerStatuses": [{"name": "orders", "restartCount": 1,
           "state": {"running": {"startedAt": "2026-11-29T10:02:01Z"}},
           "lastState": {"terminated": {"exitCode": 137, "reason": "OOMKilled",
             "startedAt": "2026-11-29T10:00:05Z", "finishedAt": "2026-11-29T10:02:00Z"}}}]}}
        """);
    CallToolResult replay = call(reading, "replay", Map.of("paths", List.of(at("pod.json"))));
    assertThat(text(replay)).contains("Container orders", "OOMKilled");
    assertThat(structured(replay)).containsEntry("exitCode", 0);
    CallToolResult other =
        call(reading, "replay", Map.of("paths", List.of(at("pod.json")), "pod", "billing"));
    assertThat(other.isError()).isTrue();
    assertThat(text(call(reading, "replay", Map.of("paths", List.of("-"))))).contains("-");
  }

  @Test
  void measuresOnlyWhereRunningIsAllowed() throws IOException {
    Files.writeString(served.resolve("Server.java"), SERVER);
    Files.writeString(
        served.resolve("k8s/pod.yaml"),
        POD.replace(
            "tcpSocket: {port: 8080}",
            "exec: {command: [test, -e, %s]}".formatted(served.resolve("up"))));
    Map<String, Object> once =
        Map.of(
            "file",
            at("k8s/pod.yaml"),
            "command",
            List.of(
                JAVA, served.resolve("Server.java").toString(), served.resolve("up").toString()),
            "runs",
            1,
            "cpu",
            "none",
            "memory",
            "none",
            "phase",
            "0s");
    CallToolResult refused = call(reading, "measure", once);
    assertThat(refused.isError()).isTrue();
    assertThat(text(refused)).contains("starts no processes", "--allow-running");
    assertThat(served.resolve("up")).doesNotExist();
    CallToolResult measured = call(allowed, "measure", once);
    assertThat(text(measured)).contains("run 1 of 1: liveness", "Written to ");
    assertThat(served.resolve("k8s/sonde-measured.yaml"))
        .content(UTF_8)
        .contains("kind: Measurement");
  }

  @Test
  void writesWhereItIsAllowed() throws IOException {
    Map<String, Object> merge =
        Map.of("paths", List.of(at("k8s/pod.yaml")), "probes", List.of(at("probes.yaml")));
    assertThat(structured(call(allowed, "merge", merge))).containsEntry("exitCode", 0);
    assertThat(served.resolve("k8s/pod.yaml")).content(UTF_8).contains("port: 9090");
  }

  @Test
  void refusesPathsThatLeadOutOfTheRoot() throws IOException {
    Files.createSymbolicLink(served.resolve("link.yaml"), folder.resolve("secret.yaml"));
    Files.createSymbolicLink(served.resolve("linked"), folder);
    Files.writeString(
        served.resolve("scenario.yaml"),
        "apiVersion: sonde.dev/v1\nkind: Scenario\nprobes: ../../secret.yaml\n");
    for (String path :
        List.of(
            "..",
            "../secret.yaml",
            at("k8s/../../../secret.yaml"),
            "/etc/hostname",
            at("link.yaml"),
            at("linked"),
            at("linked/secret.yaml"),
            at("scenario.yaml"),
            "a\0b")) {
      CallToolResult refused = call(reading, "simulate", Map.of("paths", List.of(path)));
      assertThat(refused.isError()).as(path).isTrue();
      assertThat(text(refused))
          .as(path)
          .doesNotContain("name: orders", "== orders")
          .containsAnyOf("leads out", "is no path");
    }
  }

  @Test
  void takesNoSettingsFromAboveTheRootAndNoneThatNameFilesOutside() throws IOException {
    Map<String, Object> pod = Map.of("paths", List.of(at("k8s")));
    assertThat(text(call(reading, "lint", pod))).contains("[port-number-undeclared]");
    Files.writeString(served.resolve(".sonde.yaml"), IGNORE);
    assertThat(text(call(reading, "lint", pod))).doesNotContain("[port-number-undeclared]");
    Files.writeString(served.resolve(".sonde.yaml"), IGNORE + "overrides: ../../secret.yaml\n");
    assertThat(text(call(reading, "lint", pod))).contains("leads out");
  }

  @Test
  void takesNoValueForAnOption() {
    CallToolResult wrong = call(reading, "explain", Map.of("rule", "--help"));
    assertThat(text(wrong)).contains("There is no rule \"--help\".");
    CallToolResult style =
        call(
            reading,
            "adopt",
            Map.of("paths", List.of(at("k8s")), "package", "a", "workload", "--output=/tmp"));
    assertThat(style.isError()).isTrue();
  }

  @Test
  void answersCallsAtOnceEachWithItsOwn() {
    List<CompletableFuture<String>> asked =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            text(
                                i % 2 == 0
                                    ? call(reading, "explain", Map.of("rule", "liveness-tcp"))
                                    : call(reading, "lint", Map.of("paths", List.of(at("k8s")))))))
            .toList();
    for (int i = 0; i < asked.size(); i++) {
      assertThat(asked.get(i).join())
          .contains(i % 2 == 0 ? "Advice, warning." : "[readiness-missing]")
          .doesNotContain(i % 2 == 0 ? "[readiness-missing]" : "Advice, warning.");
    }
  }

  @Test
  void boundsItsReplies() throws IOException {
    StringBuilder pods = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      pods.append("---\n").append(POD.replace("name: orders", "name: orders-" + i));
    }
    Files.writeString(served.resolve("many.yaml"), pods);
    CallToolResult many = call(reading, "lint", Map.of("paths", List.of(at("many.yaml"))));
    assertThat(text(many).length()).isBetween(50_000, 70_000);
    assertThat(text(many)).contains("more lines. Name fewer files to see them.");
    assertThat(structured(many)).containsEntry("cut", true);
  }

  @Test
  void answersWhatIsNoMessageOrLongerThanOneMebibyteAndGoesOn() throws Exception {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}\n";
    String huge =
        "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"ping\",\"params\":{\"a\":\""
            + "x".repeat(3 << 20)
            + "\"}}\n";
    List<String> replies =
        replies(
            HELLO
                + "not json\n{}\n[1]\n\n{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"no/such\"}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\",\"params\":{\"name\":"
                + "\"lint\",\"arguments\":{\"paths\":\"k8s\"}}}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"name\":"
                + "\"remove\",\"arguments\":{}}}\n"
                + huge
                + ping);
    assertThat(replies).filteredOn(reply -> reply.contains("-32700")).hasSize(3);
    assertThat(one(replies, 3)).contains("-32601");
    assertThat(one(replies, 4)).contains("\"isError\":true");
    assertThat(one(replies, 5)).contains("\"error\"");
    assertThat(replies).anyMatch(reply -> reply.contains("A request has at most 1048576 bytes."));
    assertThat(one(replies, 7)).contains("\"result\":{}");
  }

  @Test
  void answersOthersAfterACancellationAndWhatIsAskedBeforeTheInputEnds() throws Exception {
    String simulate =
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":"
            + "\"simulate\",\"arguments\":{\"paths\":[\""
            + at("k8s")
            + "\"]}}}\n";
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

  /** {@return a path of the test's own folder, as the root sees it} */
  private String at(String path) {
    return place + "/" + path;
  }

  private static String one(List<String> replies, int id) {
    List<String> some = replies.stream().filter(r -> r.contains("\"id\":" + id + ",")).toList();
    assertThat(some).as("replies to %d in %s", id, replies).hasSize(1);
    return some.get(0);
  }

  /** What is replied to some lines, once the process has ended as it should. */
  private static List<String> replies(String lines) throws Exception {
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

  private static Process server(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-jar", JAR));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .directory(root.toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private static McpSyncClient client(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                // The lock that keeps two measurements apart lies there; other tests measure, too.
                "-Djava.io.tmpdir=" + folder, "-jar", JAR, "--root", root.toString()));
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
