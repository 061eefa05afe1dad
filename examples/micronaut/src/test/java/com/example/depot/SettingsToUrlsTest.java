package com.example.depot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.manifests.framework.FrameworkProbes;
import dev.sonde.manifests.framework.Libraries;
import dev.sonde.model.HttpGet;
import dev.sonde.model.ProbeKind;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.EmbeddedApplication;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Sonde reads in the configuration is where, and how, the running application answers. */
@Timeout(300)
class SettingsToUrlsTest {

  @TempDir Path classes;

  /** S is micronaut.server, A is endpoints.all, H is endpoints.health. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "S.port=MAIN",
        "S.port=${NOWHERE:MAIN}",
        "S.port=${NOWHERE:mine:1};mine=MAIN",
        "S.port=MAIN;H.enabled=On;H.sensitive=maybe;A.sensitive=true",
        "S.port=1;micronaut.ssl.enabled=y;micronaut.ssl.build-self-signed=true;"
            + "micronaut.ssl.port=MAIN",
        "S.port=MAIN;S.context-path=/shop",
        "S.port=MAIN;S.contextPath=shop/",
        "S.port=MAIN;A.path=/manage",
        "S.port=MAIN;A.path=manage",
        "S.port=MAIN;A.path=/manage/",
        "S.port=MAIN;A.path=manage/",
        "S.port=MAIN;A.path=/manage/;S.context-path=/shop",
        "S.port=MAIN;H.path=healthz",
        "S.port=MAIN;H.path=/healthz;H.id=healthz",
        "S.port=MAIN;H.path=healthz;H.id=healthz",
        "S.port=MAIN;H.path=healthz;H.id=healthz;A.path=/manage/",
        "S.port=MAIN;H.path=healthz;H.id=healthz;A.path=/manage",
        "S.port=MAIN;H.path=health",
        "S.port=MAIN;H.id=healthz",
        "S.port=MAIN;S.context-path=/shop;A.context-path=/adm",
        "S.port=MAIN;A.context-path=/adm",
        "S.port=MAIN;A.port=OTHER",
        "S.port=MAIN;A.port=OTHER;S.context-path=/shop",
        "S.port=MAIN;A.enabled=false;H.enabled=true",
        "S.port=1;S.ssl.enabled=true;S.ssl.build-self-signed=true;S.ssl.port=MAIN",
        "S.port=MAIN;S.ssl.enabled=true;S.ssl.build-self-signed=true;A.port=OTHER;S.ssl.port=0",
      })
  void theRunningApplicationAnswersWhereItsSettingsSay(String row) throws Exception {
    List<String> settings = settings(row);
    FrameworkProbes read = read(settings);
    assertThat(read.probes().probes()).hasSize(2);
    try (ApplicationContext context = run(settings)) {
      for (ProbeKind kind : List.of(ProbeKind.LIVENESS, ProbeKind.READINESS)) {
        assertThat(status(url(read, kind))).as(url(read, kind)).isEqualTo(200);
      }
      context.getBean(ClockIndicator.class).isRight(false);
      assertThat(status(url(read, ProbeKind.LIVENESS)))
          .as("DOWN at " + url(read, ProbeKind.LIVENESS))
          .isEqualTo(saysThatFailureSucceeds(read) ? 200 : 503);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S.port=MAIN;H.enabled=false",
        "S.port=MAIN;A.enabled=false",
        "S.port=MAIN;H.sensitive=true",
        "S.port=MAIN;A.sensitive=yes",
        "S.port=MAIN;H.enabled=1",
      })
  void nothingIsAnsweredWhereTheSettingsSayNothing(String row) throws Exception {
    List<String> settings = settings(row);
    FrameworkProbes read = read(settings);
    assertThat(read.areKnown()).isFalse();
    try (ApplicationContext context = run(settings)) {
      assertThat(context.isRunning()).isTrue();
      String port = settings.get(0).split("=")[1];
      assertThat(status("http://localhost:" + port + "/health/liveness")).isIn(401, 404);
    }
  }

  private static boolean saysThatFailureSucceeds(FrameworkProbes read) {
    return read.findings().stream()
        .anyMatch(found -> found.finding().ruleId().equals("health-status"));
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
    Files.write(classes.resolve("application.properties"), settings);
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
  static List<String> settings(String row) throws IOException {
    try (ServerSocket main = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      return Stream.of(row.split(";"))
          .map(setting -> setting.replaceFirst("^S\\.", "micronaut.server."))
          .map(setting -> setting.replaceFirst("^A\\.", "endpoints.all."))
          .map(setting -> setting.replaceFirst("^H\\.", "endpoints.health."))
          .map(setting -> setting.replace("MAIN", String.valueOf(main.getLocalPort())))
          .map(setting -> setting.replace("OTHER", String.valueOf(other.getLocalPort())))
          .toList();
    }
  }

  static ApplicationContext run(List<String> settings) {
    List<String> arguments = new ArrayList<>();
    settings.forEach(setting -> arguments.add("-" + setting));
    arguments.add("-sonde.enabled=false");
    ApplicationContext context =
        ApplicationContext.builder(DepotApplication.class)
            .args(arguments.toArray(String[]::new))
            .deduceEnvironment(false)
            .banner(false)
            .start();
    try {
      context.getBean(EmbeddedApplication.class).start();
      return context;
    } catch (RuntimeException | Error failure) {
      context.close();
      throw failure;
    }
  }

  static int status(String url) throws IOException, GeneralSecurityException {
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
