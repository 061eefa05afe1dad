package com.example.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.manifests.framework.FrameworkProbes;
import dev.sonde.manifests.framework.Libraries;
import dev.sonde.manifests.framework.RunningContainer;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Sonde reads of a container's settings is where the application answers in it. */
@Timeout(300)
class SettingsIT {

  private static final Path APPLICATION = Path.of("target", "quarkus-app");
  private static final String PASSWORD = "changeit";
  private static final String TLS =
      "-Dquarkus.http.ssl.certificate.key-store-file=STORE"
          + " -Dquarkus.http.ssl.certificate.key-store-password="
          + PASSWORD
          + " -Dquarkus.http.ssl-port=OTHER ";

  @TempDir Path folder;
  private Path store;
  private Process process;

  @BeforeEach
  void makeCertificate() throws Exception {
    store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                java("keytool"), "-genkeypair", "-alias", "stock", "-keyalg", "EC", "-storetype",
                "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD, "-dname",
                "CN=localhost", "-ext", "san=dns:localhost")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  @AfterEach
  void end() {
    process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | -Dquarkus.http.port=MAIN",
        "QUARKUS_HTTP_PORT=1 | -Dquarkus.http.port=MAIN",
        "JAVA_TOOL_OPTIONS=-Dquarkus.http.port=MAIN | ''",
        "quarkus.http.port=MAIN | ''",
        "QUARKUS_HTTP_PORT=${NOWHERE:MAIN} | ''",
        "QUARKUS_HTTP_PORT=1 QUARKUS_PROFILE=staging _STAGING_QUARKUS_HTTP_PORT=MAIN | ''",
        "SMALLRYE_CONFIG_PROFILE=staging _STAGING_QUARKUS_HTTP_PORT=MAIN | ''",
        "MP_CONFIG_PROFILE=staging | -D%test,staging.quarkus.http.port=MAIN",
        "QUARKUS_PROFILE=a,b | -D%a.quarkus.http.port=1 -D%b.quarkus.http.port=MAIN",
        "QUARKUS_HTTP_PORT=MAIN QUARKUS_HTTP_ROOT_PATH=/shop QUARKUS_MANAGEMENT_ENABLED=true"
            + " QUARKUS_SMALLRYE_HEALTH_ROOT_PATH=/x | ''",
        "QUARKUS_HTTP_PORT=MAIN | " + TLS,
        "QUARKUS_HTTP_PORT=MAIN | " + TLS + "-Dquarkus.http.insecure-requests=disabled",
        "QUARKUS_HTTP_PORT=MAIN | " + TLS + "-Dquarkus.http.insecure-requests=redirect",
        "QUARKUS_HTTP_PORT=MAIN QUARKUS_HTTP_SSL_PORT=OTHER |"
            + " -Dquarkus.tls.key-store.p12.path=STORE -Dquarkus.tls.key-store.p12.password="
            + PASSWORD
            + " -Dquarkus.http.insecure-requests=disabled",
      })
  void answersWhereItsSettingsSay(String variables, String options) throws Exception {
    List<String> words = words(variables + "|" + options);
    FrameworkProbes said = said(words);
    start(words);
    awaitLog("Listening on");
    assertThat(said.probes().probes()).hasSize(2);
    for (Probe probe : said.probes().probes().values()) {
      assertThat(status((HttpGet) probe.handler().orElseThrow())).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QUARKUS_HTTP_PORT=MAIN QUARKUS_HTTP_HOST_ENABLED=false | health-off | Listening on",
        "QUARKUS_HTTP_PORT=MAIN QUARKUS_HTTP_INSECURE_REQUESTS=disabled | health-off |"
            + " Failed to start",
        "QUARKUS_HTTP_PORT= | setting-wrong | is defined as the empty String",
        "QUARKUS_HTTP_PORT=8,090 | setting-wrong | quarkus.http.port",
      })
  void answersNothingWhereSondeSaysSo(String variables, String finding, String log)
      throws Exception {
    List<String> words = words(variables + "|");
    FrameworkProbes said = said(words);
    start(words);
    awaitLog(log);
    assertThat(said.areKnown()).isFalse();
    assertThat(said.errors())
        .extracting(found -> found.finding().ruleId())
        .containsExactly(finding);
  }

  /** Variables, then {@code |}, then options of the JVM. */
  private List<String> words(String row) throws IOException {
    try (ServerSocket main = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      return Stream.of(row.replace("|", " | ").strip().split("\\s+"))
          .map(word -> word.replace("MAIN", String.valueOf(main.getLocalPort())))
          .map(word -> word.replace("OTHER", String.valueOf(other.getLocalPort())))
          .map(word -> word.replace("STORE", store.toString()))
          .toList();
    }
  }

  private static List<String> variables(List<String> words) {
    return words.subList(0, words.indexOf("|"));
  }

  private static List<String> options(List<String> words) {
    return words.subList(words.indexOf("|") + 1, words.size());
  }

  /** Of a pod that runs it so. */
  private static FrameworkProbes said(List<String> words) throws IOException {
    StringBuilder pod = new StringBuilder("apiVersion: v1\nkind: Pod\nspec:\n  containers:\n");
    pod.append("    - name: stock\n      command: [java");
    options(words).forEach(option -> pod.append(", '").append(option).append('\''));
    pod.append(", -jar, quarkus-run.jar]\n      env:\n        - {name: HOME, value: /}\n");
    for (String variable : variables(words)) {
      int equals = variable.indexOf('=');
      pod.append("        - name: ").append(variable, 0, equals).append('\n');
      pod.append("          value: '").append(variable.substring(equals + 1)).append("'\n");
    }
    WorkloadNode workload =
        new WorkloadReader(WorkloadKinds.KNOWN)
            .read(YamlStream.parse(SourceText.of(pod.toString())).documents().get(0))
            .get(0);
    return FrameworkApplication.find(APPLICATION, Libraries.UNKNOWN, FrameworkChoice.RECOGNISE)
        .orElseThrow()
        .probes(
            new RunningContainer(
                workload.containers().get(0),
                Optional.empty(),
                List.of(),
                node -> ManifestPlace.of("k8s/stock.yaml")));
  }

  private void start(List<String> words) throws IOException {
    List<String> command = new ArrayList<>(List.of(java("java")));
    command.addAll(options(words));
    command.add("-Dstock.probes=0");
    command.addAll(List.of("-jar", APPLICATION.resolve("quarkus-run.jar").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    for (String variable : variables(words)) {
      int equals = variable.indexOf('=');
      builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    process = builder.start();
  }

  private void awaitLog(String text) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!Files.readString(folder.resolve("log")).contains(text)) {
      assertThat(System.nanoTime())
          .as(Files.readString(folder.resolve("log")))
          .isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private int status(HttpGet probe) throws Exception {
    String port = probe.port().map(String::valueOf, name -> name);
    String scheme = probe.scheme().orElse(HttpGet.DEFAULT_SCHEME).toLowerCase(Locale.ROOT);
    URI uri = URI.create(scheme + "://localhost:" + port + probe.effectivePath());
    HttpClient client = HttpClient.newBuilder().sslContext(trusting(store)).build();
    return client
        .send(
            HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      own.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("stock", own.getCertificate("stock"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static String java(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }
}
