package com.example.harbour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.manifests.framework.FrameworkProbes;
import dev.sonde.manifests.framework.Libraries;
import dev.sonde.model.HttpGet;
import dev.sonde.model.ProbeKind;
import io.helidon.config.mp.MpConfigSources;
import io.helidon.microprofile.server.Server;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Sonde reads in the configuration is where, and how, the running application answers. */
@Timeout(300)
class SettingsToUrlsTest {

  @TempDir Path classes;

  @BeforeAll
  static void letTheProbesTakeAnyPort() {
    LogManager.getLogManager().reset(); // Each start tells of itself, and there are many.
    System.setProperty("harbour.healthPort", "0");
  }

  /** S is server, O is server.features.observe, H is its health observer; K is a key store. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "S.port=MAIN",
        "S.port=${nowhere:MAIN}",
        "S.port=MAIN;O.endpoint=/manage",
        "S.port=MAIN;H.endpoint=hz",
        "S.port=MAIN;H.endpoint=hz;O.endpoint=/manage",
        "S.port=MAIN;H.endpoint=/hz;health.endpoint=/other",
        "S.port=MAIN;health.endpoint=hz",
        "S.port=MAIN;health.endpoint=hz;O.endpoint=/manage",
        "S.port=MAIN;H.enabled=false;health.enabled=true",
        "S.port=MAIN;health.details=false",
        "S.port=MAIN;health.web-context=/hz",
        "S.port=MAIN;S.features-discover-services=false",
        "S.port=MAIN;O.observers-discover-services=false",
        "S.port=MAIN;S.features.0.type=observe;S.features.0.endpoint=/m;S.features.0.enabled=false",
        "S.port=MAIN;O.observers.0.type=health;O.observers.0.endpoint=hz;health.endpoint=/other",
        "S.port=MAIN;O.sockets=a;S.sockets.0.name=a;S.sockets.0.port=OTHER",
        "S.port=MAIN;O.sockets=@default,a;S.sockets.0.name=a;S.sockets.0.port=OTHER",
        "S.port=MAIN;S.tls.K",
      })
  void theRunningApplicationAnswersWhereItsSettingsSay(String row) throws Exception {
    List<String> settings = settings(row);
    FrameworkProbes read = read(settings);
    assertThat(read.probes().probes()).hasSize(2);
    Server server = run(settings);
    try {
      for (ProbeKind kind : List.of(ProbeKind.LIVENESS, ProbeKind.READINESS)) {
        assertThat(status(url(read, kind))).as(url(read, kind)).isIn(200, 204);
      }
    } finally {
      server.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S.port=MAIN;O.enabled=false",
        "S.port=MAIN;H.enabled=no",
        "S.port=MAIN;health.enabled=false;H.enabled=true",
        "S.port=MAIN;health.endpoint=health/",
      })
  void nothingIsAnsweredWhereTheSettingsSayNothing(String row) throws Exception {
    List<String> settings = settings(row);
    FrameworkProbes read = read(settings);
    assertThat(read.areKnown()).isFalse();
    Server server = run(settings);
    try {
      assertThat(status("http://localhost:" + server.port() + "/health/live")).isIn(404, 503);
    } finally {
      server.stop();
    }
  }

  private static String url(FrameworkProbes read, ProbeKind kind) {
    HttpGet get = (HttpGet) read.probes().probe(kind).orElseThrow().handler().orElseThrow();
    String port = get.port().map(String::valueOf, name -> name);
    return get.effectiveScheme().toLowerCase(Locale.ROOT)
        + "://localhost:"
        + port
        + get.effectivePath();
  }

  private FrameworkProbes read(List<String> settings) throws IOException {
    Files.write(
        Files.createDirectories(classes.resolve("META-INF"))
            .resolve("microprofile-config.properties"),
        settings);
    return FrameworkApplication.find(classes, libraries(), FrameworkChoice.RECOGNISE)
        .orElseThrow()
        .probes();
  }

  /** Those that this very application runs with. */
  static Libraries libraries() {
    return Libraries.ofFiles(
        List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
  }

  /** Two ports that were free a moment ago. */
  private List<String> settings(String row) throws Exception {
    try (ServerSocket main = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      return Stream.of(row.split(";"))
          .flatMap(this::withKeyStore)
          .map(setting -> setting.replaceFirst("^S\\.", "server."))
          .map(setting -> setting.replaceFirst("^O\\.", "server.features.observe."))
          .map(
              setting -> setting.replaceFirst("^H\\.", "server.features.observe.observers.health."))
          .map(setting -> setting.replace("MAIN", String.valueOf(main.getLocalPort())))
          .map(setting -> setting.replace("OTHER", String.valueOf(other.getLocalPort())))
          .toList();
    }
  }

  private Stream<String> withKeyStore(String setting) {
    if (!setting.endsWith("tls.K")) {
      return Stream.of(setting);
    }
    String keystore = setting.substring(0, setting.length() - 1) + "private-key.keystore.";
    return Stream.of(
        keystore + "resource.path=" + keyStore(),
        keystore + "passphrase=changeit",
        keystore + "key.alias=harbour");
  }

  private Path keyStore() {
    Path store = classes.resolve("harbour.p12");
    if (!Files.exists(store)) {
      try {
        int failed =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "harbour",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-storepass",
                    "changeit",
                    "-keystore",
                    store.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(failed).isZero();
      } catch (IOException | InterruptedException broken) {
        throw new AssertionError(broken);
      }
    }
    return store;
  }

  /** These settings alone; nothing of the machine's. */
  private static Server run(List<String> settings) {
    Map<String, String> map = new HashMap<>();
    for (String setting : settings) {
      String[] both = setting.split("=", 2);
      map.put(both[0], both[1]);
    }
    return Server.builder()
        .config(
            ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(MpConfigSources.create(map))
                .build())
        .build()
        .start();
  }

  private static int status(String url) throws IOException, GeneralSecurityException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    if (connection instanceof HttpsURLConnection secure) {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Trusting()}, null);
      secure.setSSLSocketFactory(context.getSocketFactory());
      secure.setHostnameVerifier((host, session) -> true);
    }
    connection.setRequestProperty("Connection", "close");
    connection.setReadTimeout(60_000);
    return connection.getResponseCode();
  }

  /** As the kubelet, which looks at no certificate. */
  private static final class Trusting implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
