package dev.sonde.runtime.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this host, signed by itself, and its key; made by the JDK's keytool. */
public final class TestCertificate {

  public static final String PASSWORD = "a secret of the tests";

  private static final String ALIAS = "server";

  private final byte[] keyStore;
  private final KeyStore keys;

  private final SSLContext server;
  private final SSLContext client;

  private TestCertificate(byte[] keyStore, KeyStore keys)
      throws GeneralSecurityException, IOException {
    this.keyStore = keyStore;
    this.keys = keys;
    this.server = server(keys);
    this.client = client(keys);
  }

  public static TestCertificate rsa(String... options) {
    return create("RSA", "PKCS12", options);
  }

  public static TestCertificate ec(String... options) {
    List<String> all = new ArrayList<>(List.of("-groupname", "secp256r1"));
    all.addAll(List.of(options));
    return create("EC", "PKCS12", all.toArray(new String[0]));
  }

  /** A certificate whose key has an algorithm and whose key store has a type that keytool knows. */
  public static TestCertificate create(String algorithm, String type, String... options) {
    try {
      Path folder = Files.createTempDirectory("sonde-keytool");
      Path file = folder.resolve("keys");
      runKeytool(file, algorithm, type, options);
      byte[] bytes = Files.readAllBytes(file);
      KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      Files.delete(file);
      Files.delete(folder);
      return new TestCertificate(bytes, keys);
    } catch (IOException | GeneralSecurityException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static void runKeytool(Path file, String algorithm, String type, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-J-XX:TieredStopAtLevel=1",
                    "-genkeypair",
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    algorithm,
                    "-dname",
                    "CN=orders " + algorithm,
                    "-ext",
                    "SAN=ip:127.0.0.1,dns:localhost",
                    "-storetype",
                    type,
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    PASSWORD),
                Stream.of(options))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new AssertionError(output);
    }
  }

  public byte[] keyStore() {
    return keyStore.clone();
  }

  public X509Certificate certificate() {
    try {
      return (X509Certificate) keys.getCertificate(ALIAS);
    } catch (GeneralSecurityException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The certificate as {@code tls.crt} holds it. */
  public String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate().getEncoded());
    } catch (GeneralSecurityException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The key as PKCS #8. */
  public String keyPem() {
    return pem("PRIVATE KEY", key().getEncoded());
  }

  /** The key in the form of its algorithm, as cert-manager writes it unless told otherwise. */
  public String bareKeyPem() {
    byte[] pkcs8 = key().getEncoded();
    int start = startOfOctetString(pkcs8);
    return pem(
        key().getAlgorithm() + " PRIVATE KEY", Arrays.copyOfRange(pkcs8, start, pkcs8.length));
  }

  /** A client's side of TLS that trusts this certificate and no other. */
  public SSLContext trusting() {
    return client;
  }

  /** The server's side of TLS with this certificate. */
  public SSLEngine serverEngine() {
    SSLEngine engine = server.createSSLEngine();
    engine.setUseClientMode(false);
    return engine;
  }

  /** A client that has shaken hands, in one version of TLS. */
  public SSLSocket connect(int port, String protocol) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            trusting().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setEnabledProtocols(new String[] {protocol});
    socket.setSoTimeout(30_000);
    socket.startHandshake();
    return socket;
  }

  /** A client's side over a connection that stays in the hands of the caller. */
  public SSLSocket over(Socket tcp) throws IOException {
    SSLSocket socket =
        (SSLSocket) client.getSocketFactory().createSocket(tcp, "localhost", tcp.getPort(), false);
    tcp.setSoTimeout(30_000);
    return socket;
  }

  private static SSLContext client(KeyStore keys) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static SSLContext server(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  public static String pem(String label, byte[] content) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }

  public PrivateKey key() {
    try {
      return (PrivateKey) keys.getKey(ALIAS, PASSWORD.toCharArray());
    } catch (GeneralSecurityException failure) {
      throw new AssertionError(failure);
    }
  }

  /** PKCS #8 is version, algorithm and, to its end, an octet string: the first such one. */
  private static int startOfOctetString(byte[] pkcs8) {
    for (int start = 4; start < pkcs8.length; start++) {
      int rest = pkcs8.length - start;
      boolean isShort = pkcs8[start - 2] == 4 && pkcs8[start - 1] == rest;
      boolean isLong =
          pkcs8[start - 4] == 4
              && pkcs8[start - 3] == (byte) 0x82
              && ((pkcs8[start - 2] & 0xff) << 8 | (pkcs8[start - 1] & 0xff)) == rest;
      if (isShort || isLong) {
        return start;
      }
    }
    throw new AssertionError("not PKCS #8");
  }
}
