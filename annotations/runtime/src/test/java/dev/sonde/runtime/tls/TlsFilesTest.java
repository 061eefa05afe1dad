package dev.sonde.runtime.tls;

import static dev.sonde.runtime.testing.TestCertificate.PASSWORD;
import static dev.sonde.runtime.testing.TestCertificate.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.TestCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What files TLS takes, and what it says of those that it does not. */
class TlsFilesTest {

  private static final TestCertificate RSA = TestCertificate.rsa();
  private static final TestCertificate EC = TestCertificate.ec();
  private static final TestCertificate OTHER_EC = TestCertificate.ec();
  private static final TestCertificate ED25519 = TestCertificate.create("Ed25519", "PKCS12");

  @RegisterExtension final CapturedLog log = new CapturedLog();

  @TempDir Path folder;
  private Path chain;
  private Path key;
  private Path store;

  @BeforeEach
  void nameFiles() {
    chain = folder.resolve("tls.crt");
    key = folder.resolve("tls.key");
    store = folder.resolve("keystore.p12");
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of("RSA, PKCS #8", RSA.certificatePem(), RSA.keyPem()),
        Arguments.of("RSA, PKCS #1", RSA.certificatePem(), RSA.bareKeyPem()),
        Arguments.of("EC, PKCS #8", EC.certificatePem(), EC.keyPem()),
        Arguments.of("EC, SEC 1", EC.certificatePem(), EC.bareKeyPem()),
        Arguments.of("EdDSA", ED25519.certificatePem(), ED25519.keyPem()),
        Arguments.of(
            "EC with its parameters before it",
            EC.certificatePem(),
            pem("EC PARAMETERS", new byte[] {6, 8, 42}) + EC.bareKeyPem()),
        Arguments.of(
            "a chain, text between, Windows' line ends",
            ("subject=CN = orders\n" + EC.certificatePem() + "\nissuer\n" + RSA.certificatePem())
                .replace("\n", "\r\n"),
            EC.keyPem()),
        Arguments.of(
            "both in both", EC.keyPem() + EC.certificatePem(), EC.certificatePem() + EC.keyPem()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void takesPemFiles(String name, String certificate, String privateKey) throws Exception {
    Files.writeString(chain, certificate);
    Files.writeString(key, privateKey);

    assertThat(Tls.pem(chain, key).open("orders").get().getUseClientMode()).isFalse();
    assertThat(log.lines()).isEmpty();
  }

  static Stream<Arguments> badPairs() throws Exception {
    String certificate = EC.certificatePem();
    return Stream.of(
        Arguments.of(
            "",
            EC.keyPem(),
            "tls.crt holds no certificate. Give a PEM file with -----BEGIN CERTIFICATE-----."),
        Arguments.of(
            EC.certificate().toString(), EC.keyPem(), "tls.crt holds no certificate. Give a PEM"),
        Arguments.of(
            certificate.replaceFirst("M", "*"),
            EC.keyPem(),
            "tls.crt holds a CERTIFICATE that is damaged (Illegal base64 character 2a). Recreate"),
        Arguments.of(
            pem("CERTIFICATE", new byte[] {1, 2, 3}),
            EC.keyPem(),
            "tls.crt holds a certificate that is damaged ("),
        Arguments.of(
            certificate,
            "",
            "tls.key holds no private key. Give a PEM file with -----BEGIN PRIVATE KEY-----."),
        Arguments.of(
            certificate,
            pem("ENCRYPTED PRIVATE KEY", new byte[] {1}),
            "tls.key holds an encrypted private key. Decrypt it, or give a key store and its"),
        Arguments.of(
            certificate,
            pem("PRIVATE KEY", new byte[] {1, 2, 3}),
            "tls.key holds a private key that is damaged, or no EC key as the certificate's. Give"),
        Arguments.of(
            certificate, RSA.keyPem(), "tls.key holds a private key that is damaged, or no EC key"),
        Arguments.of(
            certificate,
            RSA.bareKeyPem(),
            "tls.key holds a private key that is damaged, or no EC key"),
        Arguments.of(
            certificate,
            OTHER_EC.keyPem(),
            "tls.key does not hold the private key of the certificate in "));
  }

  @ParameterizedTest
  @MethodSource("badPairs")
  void saysWhatIsWrongWithPemFiles(String certificate, String privateKey, String problem)
      throws Exception {
    Files.writeString(chain, certificate);
    Files.writeString(key, privateKey);

    assertThatThrownBy(() -> Tls.pem(chain, key).open("orders"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(folder.toString())
        .hasMessageContaining(problem);
  }

  @Test
  void saysWhichFileIsNotThere() throws Exception {
    assertThatThrownBy(() -> Tls.pem(chain, key).open("orders"))
        .hasMessage(
            chain + " does not exist. Mount the Secret that holds it, or correct the path.");
    Files.writeString(chain, EC.certificatePem());
    assertThatThrownBy(() -> Tls.pem(chain, key).open("orders"))
        .hasMessageStartingWith(key + " does not exist.");
    assertThatThrownBy(() -> Tls.keyStore(store, PASSWORD).open("orders"))
        .hasMessageStartingWith(store + " does not exist.");
  }

  @Test
  void saysWhichFileCannotBeRead() {
    assertThatThrownBy(() -> Tls.pem(folder, key).open("orders"))
        .hasMessageStartingWith(folder + " cannot be read (")
        .hasMessageEndingWith("). Name a file that the container's user may read.");
  }

  @Test
  void readsNoFileThatIsNoSecret() throws Exception {
    Files.write(store, new byte[(1 << 20) + 1]);

    assertThatThrownBy(() -> Tls.keyStore(store, PASSWORD).open("orders"))
        .hasMessage(
            store + " is larger than 1 MiB. Name a file that holds certificates or keys alone.");
  }

  @Test
  void takesKeyStoresOfBothTypes() throws Exception {
    Files.write(store, RSA.keyStore());
    Tls.keyStore(store, PASSWORD).open("orders").get();
    Files.write(store, TestCertificate.create("EC", "JKS", "-keypass", PASSWORD).keyStore());
    Tls.keyStore(store, PASSWORD).open("orders").get();

    assertThat(log.lines()).isEmpty();
  }

  @Test
  void saysThatThePasswordIsAnother() throws Exception {
    Files.write(store, RSA.keyStore());

    assertThatThrownBy(() -> Tls.keyStore(store, "guessed").open("orders"))
        .hasMessage(store + " has another password. Give the one that it was written with.");
  }

  @Test
  void saysThatTheKeyHasAnotherPassword() throws Exception {
    KeyStore jks = KeyStore.getInstance("JKS");
    jks.load(null, null);
    Certificate[] chain = {EC.certificate()};
    jks.setKeyEntry("server", EC.key(), "of the key alone".toCharArray(), chain);
    try (OutputStream out = Files.newOutputStream(store)) {
      jks.store(out, PASSWORD.toCharArray());
    }

    assertThatThrownBy(() -> Tls.keyStore(store, PASSWORD).open("orders"))
        .hasMessage(
            store
                + " holds the key \"server\" under another password than its own. Give both the"
                + " same password: keytool -keypasswd.");
  }

  @Test
  void saysThatItIsNoKeyStore() throws Exception {
    Files.writeString(store, EC.certificatePem());

    assertThatThrownBy(() -> Tls.keyStore(store, PASSWORD).open("orders"))
        .hasMessageStartingWith(store + " is no key store (")
        .hasMessageEndingWith("Name a PKCS #12 or JKS file; for PEM files use Tls.pem.");
  }

  @Test
  void saysThatAKeyStoreHasNoKey() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", EC.certificate());
    try (OutputStream out = Files.newOutputStream(store)) {
      trusted.store(out, PASSWORD.toCharArray());
    }

    assertThatThrownBy(() -> Tls.keyStore(store, PASSWORD).open("orders"))
        .hasMessage(
            store
                + " holds no private key among its 1 entries. Name the server's key store, not the"
                + " one of certificates that it trusts.");
  }

  @Test
  void neverTellsPasswords() throws Exception {
    Files.write(store, RSA.keyStore());

    assertThat(Tls.keyStore(store, PASSWORD)).hasToString("[" + store + "]");
  }

  @Test
  void warnsOfACertificateThatIsExpiredOrNotYetValidAndServesIt() throws Exception {
    for (String start : new String[] {"-10d", "+10d"}) {
      Files.write(store, TestCertificate.ec("-startdate", start, "-validity", "5").keyStore());
      Tls.keyStore(store, PASSWORD).open("orders").get();
    }
    String certificate = "WARNING The certificate of the health server of \"orders\" ";

    assertThat(log.lines()).hasSize(2).allMatch(line -> line.startsWith(certificate));
    assertThat(log.lines().get(0)).contains(" expired at ").contains("Renew it.");
    assertThat(log.lines().get(1)).contains(" is not valid before ");
  }
}
