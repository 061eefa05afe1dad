package dev.sonde.runtime.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;

/**
 * The certificate and private key that a health server speaks TLS with. Immutable; the files are
 * first read when the server starts.
 *
 * <p>Files that change are read again at the next handshake; connections that are open go on. Both
 * a file that is written in place and the exchange of the whole folder, as Kubernetes does it for a
 * mounted Secret, count as a change. If what is new cannot be used, that is logged once and the
 * server goes on with what it has.
 *
 * <p>TLS 1.2 and 1.3 are spoken, as the JVM is configured; clients are not asked for certificates,
 * since the kubelet has none to show.
 */
public final class Tls {

  private final CertificateSource source;

  private Tls(CertificateSource source) {
    this.source = source;
  }

  /**
   * {@return TLS with PEM files, such as {@code tls.crt} and {@code tls.key} of a Secret}
   *
   * @param certificateChain the server's certificate, and then those that vouch for it
   * @param privateKey the private key, RSA, EC or EdDSA, not encrypted: {@code PRIVATE KEY} (PKCS
   *     #8), {@code RSA PRIVATE KEY} (PKCS #1) or {@code EC PRIVATE KEY} (SEC 1)
   */
  public static Tls pem(Path certificateChain, Path privateKey) {
    Objects.requireNonNull(certificateChain, "certificateChain");
    Objects.requireNonNull(privateKey, "privateKey");
    return new Tls(new PemSource(certificateChain, privateKey));
  }

  /**
   * {@return TLS with a key store, PKCS #12 or JKS}
   *
   * @param file the key store; of several keys, TLS takes what suits the client
   * @param password the password of the key store and of the keys in it
   */
  public static Tls keyStore(Path file, String password) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(password, "password");
    return new Tls(new KeyStoreSource(file, password));
  }

  /**
   * Reads the files.
   *
   * @param server whose certificate it is, for the log
   * @return makes the server's side of connections, with what the files hold then; thread-safe
   * @throws IOException if they cannot be read or used; the message says which and what to do
   */
  public Supplier<SSLEngine> open(String server) throws IOException {
    return CurrentContext.open(source, server);
  }

  /** {@return the files, in words} */
  @Override
  public String toString() {
    return source.files().toString();
  }
}
