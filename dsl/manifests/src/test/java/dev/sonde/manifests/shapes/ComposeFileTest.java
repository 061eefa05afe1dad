package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.manifests.Golden;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.RestartRule;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.model.TcpSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFileTest {

  private static final ProbeSet ORDERS =
      ProbeSet.forContainer("orders")
          .with(new ContainerPort(Optional.of("health"), 8081))
          .with(ProbeKind.STARTUP, probe("/startedz").periodSeconds(2).failureThreshold(30).build())
          .with(ProbeKind.LIVENESS, probe("/livez").build())
          .with(
              ProbeKind.READINESS,
              probe("/readyz").periodSeconds(5).timeoutSeconds(2).successThreshold(2).build())
          .with(new ShutdownTiming(5, 10, 20).termination());

  @Test
  void asksWhatReadinessAsksAndSaysWhatIsLost() {
    Golden.assertSame("shapes/compose/orders.yaml", compose(ShapeOptions.NONE, ORDERS));
  }

  @Test
  void asksWithSondesOwnClassWhereItKnowsWhereThatIs() {
    ShapeOptions options =
        new ShapeOptions(
            BaseManifests.NONE,
            ContainerImages.NONE,
            Optional.of("/app/app.jar"),
            Optional.empty());
    Golden.assertSame(
        "shapes/compose/class-path.yaml", compose(options, ORDERS, of("worker", tcp(5432))));
  }

  @Test
  void isReadByDockerCompose(@TempDir Path folder) throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("compose.yaml", "services: {orders: {image: 'orders:1'}, mail: {image: 'mail:1'}}\n");
    files.put(
        "healthcheck.yaml", compose(ShapeOptions.NONE, ORDERS, of("mail", shell("echo $HOME"))));
    assertThat(DockerCompose.config(folder, files))
        .containsPattern("start_period: (61s|1m1s)")
        .contains("interval: 5s", "retries: 3", "stop_grace_period: 40s")
        .contains("http://127.0.0.1:8081/readyz", "image: orders:1")
        .contains("echo $$HOME");
  }

  @Test
  void asksLivenessWhereThereIsNoReadinessAndWaitsAsLongAsItDoes() {
    ProbeSet live =
        ProbeSet.forContainer("mail")
            .with(
                ProbeKind.LIVENESS,
                Probe.builder().handler(shell("true")).initialDelaySeconds(7).build());
    assertThat(compose(ShapeOptions.NONE, live))
        .contains("# Service mail asks what its livenessProbe asks.\n")
        .contains("start_period: \"7s\"\n")
        .contains("interval: \"10s\"\n", "timeout: \"1s\"\n", "retries: 3\n");
    assertThat(compose(ShapeOptions.NONE, live.stopSignal("SIGINT")))
        .contains("stop_signal: SIGINT\n");
    assertThat(compose(ShapeOptions.NONE, live.restartPolicy("Never")))
        .contains("restart: \"no\"\n");
    assertThat(compose(ShapeOptions.NONE, live.restartPolicy("OnFailure")))
        .contains("restart: on-failure\n")
        .doesNotContain("restartPolicyRules");
    assertThat(
            compose(ShapeOptions.NONE, live.restartPolicy("Always", RestartRule.onExitCodes(42))))
        .contains("restart: always\n")
        .contains("# - The restartPolicyRules are left out: compose asks no exit code.\n");
    assertThat(compose(ShapeOptions.NONE, of("mail", shell("true"))))
        .doesNotContain("start_period", "stop_signal", "restart:");
  }

  @Test
  void hasACommandForEveryHandler() {
    assertThat(words(shell("x"))).containsExactly("CMD", "sh", "-c", "x");
    assertThat(words(tcp(5432)))
        .containsExactly("CMD", "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/5432");
    assertThat(words(Grpc.of(9090)))
        .containsExactly("CMD", "grpc_health_probe", "-addr=127.0.0.1:9090");
    assertThat(words(new Grpc(9090, Optional.of("shop"), Optional.empty())))
        .containsExactly("CMD", "grpc_health_probe", "-addr=127.0.0.1:9090", "-service=shop");
    assertThat(words(Grpc.of(9090).withMode(Grpc.TLS)))
        .containsExactly(
            "CMD", "grpc_health_probe", "-addr=127.0.0.1:9090", "-tls", "-tls-no-verify");
    assertThat(words(HttpGet.of("/x", Port.of(80)).withProtocol(HttpGet.HTTP2)))
        .containsExactly(
            "CMD",
            "curl",
            "-fsS",
            "-o",
            "/dev/null",
            "--http2-prior-knowledge",
            "http://127.0.0.1:80/x");
    assertThat(words(HttpGet.of("readyz?full", Port.of(80))))
        .containsExactly(
            "CMD", "curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:80/readyz?full");
  }

  @Test
  void asksLikeTheKubeletWithAnyCertificateAndWithTheHeaders() {
    HttpGet https =
        new HttpGet(
            Optional.of("/x"),
            Port.of(8443),
            Optional.of("::1"),
            Optional.of("HTTPS"),
            List.of(new HttpHeader("X-Probe", "yes"), new HttpHeader("Accept", "")),
            Optional.empty());
    assertThat(words(https))
        .containsExactly(
            "CMD",
            "curl",
            "-fsS",
            "-o",
            "/dev/null",
            "-k",
            "-H",
            "X-Probe: yes",
            "-H",
            "Accept:",
            "https://[::1]:8443/x");
    ComposeCommands withClassPath = new ComposeCommands(Optional.of("app.jar"));
    assertThat(withClassPath.of("x", ProbeKind.READINESS, Probe.of(https)).words())
        .contains("curl");
  }

  @Test
  void refusesWhatItCannotAsk() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> compose(ShapeOptions.NONE, of("orders", HttpGet.of("/", Port.named("http")))))
        .withMessageContaining("Port \"http\" of \"orders\" has no number that the probes know.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compose(ShapeOptions.NONE, ProbeSet.forContainer("orders")))
        .withMessageContaining("\"orders\" has no probe");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compose(ShapeOptions.NONE, ProbeSet.forOnlyContainer()))
        .withMessageContaining("needs the container's name");
  }

  private static Probe.Builder probe(String path) {
    return Probe.builder().handler(HttpGet.of(path, Port.named("health")));
  }

  private static ProbeSet of(String service, Handler handler) {
    return ProbeSet.forContainer(service).with(ProbeKind.READINESS, Probe.of(handler));
  }

  private static Handler tcp(int port) {
    return TcpSocket.of(Port.of(port));
  }

  private static Handler shell(String script) {
    return Exec.of("sh", "-c", script);
  }

  private static List<String> words(Handler handler) {
    return new ComposeCommands(Optional.empty())
        .of("x", ProbeKind.READINESS, Probe.of(handler))
        .words();
  }

  private static String compose(ShapeOptions options, ProbeSet... sets) {
    List<ShapeFile> files = Shape.COMPOSE.render(List.of(sets), options).files();
    assertThat(files).extracting(ShapeFile::path).containsExactly("compose/healthcheck.yaml");
    return files.get(0).text();
  }
}
