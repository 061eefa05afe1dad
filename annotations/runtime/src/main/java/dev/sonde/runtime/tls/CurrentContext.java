package dev.sonde.runtime.tls;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * Makes engines with what the files hold. Looks at them whenever a client says hello, which costs
 * far less than the handshake, and reads them only when they have changed. Thread-safe.
 */
final class CurrentContext implements Supplier<SSLEngine> {

  /** The kubelet resumes no sessions; the JDK would keep 20,000 of them for a day. */
  private static final int SESSIONS = 100;

  private final CertificateSource source;
  private final String server;
  private Fingerprint seen; // guarded by this, as is the next
  private SSLContext context;

  private CurrentContext(CertificateSource source, String server) throws IOException {
    this.source = source;
    this.server = server;
    this.seen = Fingerprint.of(source.files());
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
    // Looked at before they are read: what changes meanwhile is read once more.
    Fingerprint now = Fingerprint.of(source.files());
    if (!now.equals(seen)) {
      seen = now;
      reload();
    }
    return context;
  }

  private void reload() {
    try {
      context = load();
      log(Level.INFO, "has been read anew.", null);
    } catch (IOException | RuntimeException unusable) {
      log(
          Level.WARNING,
          "has changed and cannot be used, so the one before stays in use: "
              + unusable.getMessage(),
          unusable);
    }
  }

  private SSLContext load() throws IOException {
    try {
      KeyStore keys = source.read();
      SSLContext made = context(keys, source.password());
      for (String remark : Validity.judge(keys, Instant.now())) {
        log(Level.WARNING, remark, null);
      }
      return made;
    } catch (GeneralSecurityException failure) {
      throw new UnusableFileException(
          source.files().get(0),
          "cannot be used (" + failure.getMessage() + ")",
          "Have it issued anew.",
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

  private void log(Level level, String what, @Nullable Throwable failure) {
    Logger logger = System.getLogger("dev.sonde.health");
    logger.log(
        level, "The certificate of the health server of \"" + server + "\" " + what, failure);
  }
}
