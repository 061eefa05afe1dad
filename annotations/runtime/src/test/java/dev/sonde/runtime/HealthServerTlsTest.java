package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.TestCertificate;
import dev.sonde.runtime.tls.Tls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Probes by HTTPS, asked of a Secret's files as the kubelet mounts and exchanges them. */
@Timeout(60)
class HealthServerTlsTest {

  private static final TestCertificate RSA = TestCertificate.rsa();
  private static final TestCertificate EC = TestCertificate.ec();

  @RegisterExtension final CapturedLog log = new CapturedLog();

  @TempDir Path mount;
  private Tls tls;
  private HealthServer server;

  @BeforeEach
  void mountSecret() throws IOException {
    mountVersion("1", RSA.certificatePem(), RSA.bareKeyPem());
    Files.createSymbolicLink(mount.resolve("tls.crt"), Path.of("..data", "tls.crt"));
    Files.createSymbolicLink(mount.resolve("tls.key"), Path.of("..data", "tls.key"));
    tls = Tls.pem(mount.resolve("tls.crt"), mount.resolve("tls.key"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  /** Writes a folder for the version and turns the link to it, as the kubelet does. */
  private void mountVersion(String version, String certificate, String key) throws IOException {
    Path folder = Files.createDirectory(mount.resolve("..version" + version));
    Files.writeString(folder.resolve("tls.crt"), certificate);
    Files.writeString(folder.resolve("tls.key"), key);
    Path next = Files.createSymbolicLink(mount.resolve("..data_tmp"), folder.getFileName());
    Files.move(next, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static HealthEndpointsBuilder endpoints() {
    return HealthEndpoints.builder("orders", 8443)
        .liveness("/livez", Duration.ofSeconds(30), List.of(Check.bool("queue", () -> true)));
  }

  private void serve() throws IOException {
    server = HealthServer.builder(endpoints().https().build()).port(0).tls(tls).start();
  }

  private HttpClient client(TestCertificate trusted) {
    return HttpClient.newBuilder().sslContext(trusted.trusting()).build();
  }

  private HttpResponse<String> get(HttpClient client) throws Exception {
    URI uri = URI.create("https://localhost:" + server.port() + "/livez");
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private Certificate shownCertificate(HttpResponse<String> response) throws Exception {
    return response.sslSession().orElseThrow().getPeerCertificates()[0];
  }

  /** Only the log of the port, which a test cannot choose, is always there. */
  private List<String> logged() {
    return log.lines().stream().filter(line -> !line.contains(" served on port ")).toList();
  }

  @Test
  void answersByHttps() throws Exception {
    serve();
    HttpResponse<String> response = get(client(RSA));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"queue\",\"status\":\"UP\"}]}");
    assertThat(logged()).isEmpty();
  }

  @Test
  void takesUpANewCertificateAtTheNextHandshakeAndDropsNoConnection() throws Exception {
    serve();
    HttpClient connected = client(RSA);
    get(connected);
    mountVersion("2", EC.certificatePem(), EC.keyPem());

    assertThat(shownCertificate(get(client(EC)))).isEqualTo(EC.certificate());
    assertThat(shownCertificate(get(connected))).isEqualTo(RSA.certificate());
    assertThat(logged())
        .containsExactly(
            "INFO The certificate of the health server of \"orders\" has been read again.");
  }

  @Test
  void keepsTheCertificateWhenTheNewOneCannotBeUsedAndSaysSoOnce() throws Exception {
    serve();
    mountVersion("2", EC.certificatePem(), RSA.keyPem());
    for (int i = 0; i < 3; i++) {
      assertThat(shownCertificate(get(client(RSA)))).isEqualTo(RSA.certificate());
    }
    assertThat(logged()).hasSize(1);
    assertThat(logged().get(0))
        .startsWith(
            "WARNING The certificate of the health server of \"orders\" has changed and cannot be"
                + " used, so the one before stays in use: "
                + mount.resolve("tls.key")
                + " holds a private key that is damaged, or no EC key as the certificate's.");

    mountVersion("3", EC.certificatePem(), EC.keyPem());
    assertThat(shownCertificate(get(client(EC)))).isEqualTo(EC.certificate());
  }

  @Test
  void aCertificateThatIsWrittenBitByBitIsOneLineWithoutAStack() throws Exception {
    serve();
    get(client(RSA));
    Path chain = mount.resolve("..version1/tls.crt");
    String whole = Files.readString(chain);
    for (int length = 0; length < whole.length(); length += whole.length() / 5) {
      Files.writeString(chain, whole.substring(0, length));
      get(client(RSA));
    }
    Files.writeString(chain, whole);
    get(client(RSA));

    assertThat(logged())
        .hasSize(2)
        .last()
        .isEqualTo("INFO The certificate of the health server of \"orders\" has been read again.");
    assertThat(log.records()).allMatch(line -> line.getThrown() == null);
  }

  @Test
  void keepsTheCertificateWhenTheFilesAreGone() throws Exception {
    serve();
    Files.delete(mount.resolve("tls.crt"));

    assertThat(get(client(RSA)).statusCode()).isEqualTo(200);
    assertThat(logged()).hasSize(1).first().asString().contains("tls.crt does not exist.");
  }

  @Test
  void takesUpAKeyStoreThatIsWrittenInPlace() throws Exception {
    Path store = Files.write(mount.resolve("keys.p12"), RSA.keyStore());
    tls = Tls.keyStore(store, TestCertificate.PASSWORD);
    serve();
    get(client(RSA));
    Files.write(store, EC.keyStore());

    assertThat(shownCertificate(get(client(EC)))).isEqualTo(EC.certificate());
  }

  @Test
  void doesNotStartWithoutAUsableCertificate() throws Exception {
    Files.delete(mount.resolve("tls.key"));

    assertThatThrownBy(this::serve)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Cannot serve the health endpoints of \"orders\" on ")
        .hasMessageEndingWith(
            mount.resolve("tls.key")
                + " does not exist. Mount the Secret that holds it, or correct the path.");
  }

  @Test
  void logsWhenProbesAskByHttpWhatIsServedByHttps() throws Exception {
    server = HealthServer.builder(endpoints().build()).port(0).tls(tls).start();

    assertThat(logged())
        .containsExactly(
            "WARNING The health endpoints of \"orders\" are served by HTTPS, but its probes ask by"
                + " HTTP.");
  }

  @Test
  void logsWhenProbesAskByHttpsWhatIsServedByHttp() throws Exception {
    server = HealthServer.start(endpoints().https().build(), 0);

    assertThat(logged())
        .containsExactly(
            "WARNING The health endpoints of \"orders\" are served by HTTP, but its probes ask by"
                + " HTTPS.");
  }
}
