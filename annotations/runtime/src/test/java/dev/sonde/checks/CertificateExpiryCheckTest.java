package dev.sonde.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.health.Health;
import dev.sonde.health.Health.Status;
import dev.sonde.runtime.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With certificates that keytool makes, one for each state. */
class CertificateExpiryCheckTest {

  private static TestCertificate fresh;
  private static TestCertificate soon;
  private static TestCertificate expired;
  private static TestCertificate early;

  @TempDir Path folder;

  @BeforeAll
  static void makeCertificates() {
    fresh = valid("-1d", 91);
    soon = valid("-1d", 11);
    expired = valid("-10d", 5);
    early = valid("+2d", 30);
  }

  private static TestCertificate valid(String start, int days) {
    return TestCertificate.ec("-startdate", start, "-validity", String.valueOf(days));
  }

  @Test
  void tellsTheStateOfEachCertificate() throws IOException {
    assertState(pem(fresh), Status.UP, null, 89);
    assertState(pem(soon), Status.DEGRADED, "expires soon", 9);
    assertState(pem(expired), Status.DOWN, "expired", -5);
    assertState(pem(early), Status.DOWN, "not valid yet", 31);
  }

  @Test
  void tellsWhoseItIsAndWhen() throws IOException {
    assertThat(pem(fresh).check().data())
        .containsEntry("subject", "CN=orders EC")
        .containsEntry("expires", fresh.certificate().getNotAfter().toInstant().toString())
        .containsEntry("validFrom", fresh.certificate().getNotBefore().toInstant().toString());
  }

  @Test
  void looksAtAllOfAChainAndSkipsTheKey() throws IOException {
    String chain = fresh.keyPem() + fresh.certificatePem() + "# issuer\n" + soon.certificatePem();
    assertState(pem(chain), Status.DEGRADED, "expires soon", 9);
    assertState(pem(soon.certificatePem() + expired.certificatePem()), Status.DOWN, "expired", -5);
    assertState(
        pem(fresh.certificatePem() + early.certificatePem()), Status.DOWN, "not valid yet", 31);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void readsKeyStores(String type) throws IOException {
    TestCertificate keys =
        TestCertificate.create(
            "EC",
            type,
            "-startdate",
            "-1d",
            "-validity",
            "11",
            "-keypass",
            TestCertificate.PASSWORD);
    Path store = Files.write(folder.resolve("keys"), keys.keyStore());
    char[] password = TestCertificate.PASSWORD.toCharArray();
    CertificateExpiryCheck check = new CertificateExpiryCheck(store, password);
    Arrays.fill(password, '0');

    assertState(check, Status.DEGRADED, "expires soon", 9);
  }

  @Test
  void isDegradedFromAnotherTimeOn() throws IOException {
    assertState(pem(soon).degradedBefore(Duration.ofDays(2)), Status.UP, null, 9);
    assertState(
        pem(fresh).degradedBefore(Duration.ofDays(100)), Status.DEGRADED, "expires soon", 89);
    assertThat(at(fresh.certificate().getNotAfter().toInstant(), Duration.ZERO).check().status())
        .isEqualTo(Status.UP);
    assertThatThrownBy(() -> pem(soon).degradedBefore(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seconds before expiry -1 is less than 0");
  }

  @Test
  void changesItsMindToTheSecond() throws IOException {
    Instant end = soon.certificate().getNotAfter().toInstant();
    Instant start = soon.certificate().getNotBefore().toInstant();
    Files.writeString(folder.resolve("tls.crt"), soon.certificatePem());

    assertThat(at(end, Duration.ofDays(1)).check().status()).isEqualTo(Status.DEGRADED);
    assertThat(at(end.plusSeconds(1), Duration.ofDays(1)).check().status()).isEqualTo(Status.DOWN);
    assertThat(at(end.minus(Duration.ofDays(1)), Duration.ofDays(1)).check().status())
        .isEqualTo(Status.UP);
    assertThat(at(start, Duration.ZERO).check().status()).isEqualTo(Status.UP);
    assertThat(at(start.minusSeconds(1), Duration.ZERO).check().status()).isEqualTo(Status.DOWN);
  }

  @Test
  void seesARenewedCertificate() throws IOException {
    CertificateExpiryCheck check = pem(expired);
    assertThat(check.check().status()).isEqualTo(Status.DOWN);

    pem(fresh);
    assertThat(check.check().status()).isEqualTo(Status.UP);

    Files.delete(folder.resolve("tls.crt"));
    assertThatThrownBy(check::check).hasMessageEndingWith("tls.crt cannot be read.");
  }

  /** As the kubelet swaps the files of a secret: the folder behind a link. */
  @Test
  void seesASecretThatWasSwapped() throws IOException {
    Path old = Files.createDirectory(folder.resolve("..1"));
    Path next = Files.createDirectory(folder.resolve("..2"));
    Files.writeString(old.resolve("tls.crt"), expired.certificatePem());
    Files.writeString(next.resolve("tls.crt"), fresh.certificatePem());
    Path data = Files.createSymbolicLink(folder.resolve("..data"), old);
    CertificateExpiryCheck check = new CertificateExpiryCheck(data.resolve("tls.crt"));
    assertThat(check.check().status()).isEqualTo(Status.DOWN);

    Files.delete(data);
    Files.createSymbolicLink(data, next);

    assertThat(check.check().status()).isEqualTo(Status.UP);
  }

  static Stream<Arguments> broken() {
    String pem = fresh.certificatePem();
    return Stream.of(
        Arguments.of("", "holds no certificate."),
        Arguments.of("no certificate", "holds no certificate."),
        Arguments.of(fresh.keyPem(), "holds no certificate."),
        Arguments.of(pem.substring(0, pem.length() / 2), "is no PEM file with certificates."),
        Arguments.of(pem.replaceFirst("\n...", "\n!!!"), "is no PEM file with certificates."),
        Arguments.of("x".repeat((1 << 20) + 1), "cannot be read."));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatIsWrongWithTheFile(String content, String why) throws IOException {
    CertificateExpiryCheck check = pem(content);

    assertThatThrownBy(check::check)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tls.crt")
        .hasMessageEndingWith(why);
  }

  @Test
  void saysWhatIsWrongWithAKeyStore() throws IOException {
    Path store = Files.write(folder.resolve("keys"), fresh.keyStore());

    assertThatThrownBy(new CertificateExpiryCheck(store, "another".toCharArray())::check)
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("keys is no key store, or has another password.");
    assertThatThrownBy(new CertificateExpiryCheck(folder, new char[0])::check)
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(" cannot be read.");
  }

  private static void assertState(
      CertificateExpiryCheck check, Status status, String problem, long daysLeft)
      throws IOException {
    Health health = check.check();
    assertThat(health.status()).isEqualTo(status);
    assertThat(health.data().get("problem")).isEqualTo(problem);
    assertThat((Long) health.data().get("daysLeft")).isBetween(daysLeft - 1, daysLeft + 1);
  }

  private CertificateExpiryCheck at(Instant now, Duration soonBefore) throws IOException {
    if (Files.notExists(folder.resolve("tls.crt"))) {
      pem(fresh);
    }
    return new CertificateExpiryCheck(
        folder.resolve("tls.crt"), null, soonBefore, Clock.fixed(now, ZoneOffset.UTC));
  }

  private CertificateExpiryCheck pem(TestCertificate certificate) throws IOException {
    return pem(certificate.certificatePem());
  }

  private CertificateExpiryCheck pem(String content) throws IOException {
    return new CertificateExpiryCheck(Files.writeString(folder.resolve("tls.crt"), content));
  }
}
