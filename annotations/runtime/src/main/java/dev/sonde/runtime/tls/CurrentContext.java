package dev.sonde.runtime.tls;

import dev.sonde.runtime.internal.log.HealthLog;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Makes engines with what the files hold. Looks at them whenever a client says hello, which costs
 * far less than the handshake, and reads them only when they have changed. Thread-safe.
 */
final class CurrentContext implements Supplier<SSLEngine> {

  /** The kubelet resumes no sessions; the JDK would keep 20,000 of them for a day. */
  private static final int SESSIONS = 100;

  /** Why files cannot be read may be over although they do not change. */
  private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

  private static final String UNUSABLE =
      "has changed and cannot be used, so the one before stays in use: ";

  private final CertificateSource source;
  private final String server;
  private FileFingerprint seen; // guarded by this, as are all below
  private SSLContext context;
  private boolean isBroken;
  private long readNanos;

  private CurrentContext(CertificateSource source, String server) throws IOException {
    this.source = source;
    this.server = server;
    this.seen = FileFingerprint.of(source.files());
    this.context = load();
  }

  static CurrentContext open(CertificateSource source, String server) throws IOException {
    return new CurrentContext(source, server);
  }

  @Override
  public SSLEngine get() {
    SSLEngine engine = current().createSSLEngine();
    engine.setUseClientMode(false);
    return engine;
  }

  private synchronized SSLContext current() {
    // Looked at before they are read: what changes while they are read is read again.
    FileFingerprint now = FileFingerprint.of(source.files());
    if (!now.equals(seen) || (isBroken && System.nanoTime() - readNanos > RETRY_NANOS)) {
      seen = now;
      readNanos = System.nanoTime();
      reload();
    }
    return context;
  }

  private void reload() {
    try {
      context = load();
      isBroken = false;
      HealthLog.info(what("has been read again."));
    } catch (IOException | RuntimeException unusable) {
      if (!isBroken) { // Files that are being written are read half-written more than once.
        HealthLog.warning(what(UNUSABLE + unusable.getMessage()), null);
      }
      isBroken = true;
    }
  }

  private SSLContext load() throws IOException {
    try {
      KeyStore keys = source.read();
      SSLContext made = context(keys, source.password());
      for (String remark : CertificateValidity.judge(keys, Instant.now())) {
        HealthLog.warning(what(remark), null);
      }
      return made;
    } catch (GeneralSecurityException failure) {
      throw new UnusableFileException(
          source.files().get(0),
          "cannot be used (" + failure.getMessage() + ")",
          "Reissue the certificate.",
          failure);
    }
  }

  private static SSLContext context(KeyStore keys, char[] password)
      throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext made = SSLContext.getInstance("TLS");
    made.init(managers.getKeyManagers(), null, null);
    made.getServerSessionContext().setSessionCacheSize(SESSIONS);
    return made;
  }

  private String what(String text) {
    return "The certificate of the health server of \"" + server + "\" " + text;
  }
}
