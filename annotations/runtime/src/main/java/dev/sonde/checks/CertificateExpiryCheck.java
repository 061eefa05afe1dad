package dev.sonde.checks;

import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the certificates in a file are valid: down when one of them has expired or is not valid
 * yet, degraded when one expires soon, by default within 14 days. A file that cannot be read, is
 * longer than 1 MiB, or holds no certificate, is down too.
 *
 * <p>The file is read whenever the check is asked, so a renewed certificate counts at once; what it
 * holds is parsed again when it has changed. Thread-safe.
 */
@Readiness(name = "certificate")
public class CertificateExpiryCheck implements HealthCheck {

  private static final Duration SOON = Duration.ofDays(14);
  private static final int MOST_BYTES = 1 << 20;

  /** What was read last, and what it holds. */
  private record Seen(ByteBuffer bytes, List<CertificateDates> certificates) {}

  private final Path file;
  private final char @Nullable [] password; // null where the file is no key store
  private final Duration soon;
  private final Clock clock;
  private volatile @Nullable Seen seen;

  /**
   * Makes a check of a PEM file, such as the {@code tls.crt} of a secret. All certificates in it
   * are looked at, the issuers' too; a private key beside them is skipped.
   *
   * @param pem the file
   */
  public CertificateExpiryCheck(Path pem) {
    this(pem, null, SOON, Clock.systemUTC());
  }

  /**
   * Makes a check of a key store of type PKCS12 or JKS. All certificates in it are looked at, those
   * of chains and those that are trusted.
   *
   * @param keyStore the file
   * @param password its password; empty where it has none
   */
  public CertificateExpiryCheck(Path keyStore, char[] password) {
    this(keyStore, password.clone(), SOON, Clock.systemUTC());
  }

  CertificateExpiryCheck(Path file, char @Nullable [] password, Duration soon, Clock clock) {
    this.file = Objects.requireNonNull(file, "file");
    this.password = password;
    this.soon = soon;
    this.clock = clock;
  }

  /**
   * {@return a check of the same file that is degraded from another time on}
   *
   * @param beforeExpiry how long before a certificate expires, at least 0, which is never; by
   *     default 14 days
   * @throws IllegalArgumentException if that is less than 0
   */
  public CertificateExpiryCheck degradedBefore(Duration beforeExpiry) {
    ArgumentLimits.atLeast("seconds before expiry", beforeExpiry.toSeconds(), 0);
    return new CertificateExpiryCheck(file, password, beforeExpiry, clock);
  }

  @Override
  public Health check() throws IOException {
    Instant now = clock.instant();
    CertificateDates first = null;
    for (CertificateDates each : certificates()) {
      if (now.isBefore(each.from())) {
        return each.describe(Health.down().with("problem", "not valid yet"), now);
      }
      first = first == null || each.until().isBefore(first.until()) ? each : first;
    }
    if (first == null) {
      throw new IOException(file + " holds no certificate.");
    } else if (now.isAfter(first.until())) {
      return first.describe(Health.down().with("problem", "expired"), now);
    } else if (now.isAfter(first.until().minus(soon))) {
      return first.describe(Health.degraded().with("problem", "expires soon"), now);
    }
    return first.describe(Health.up(), now);
  }

  private List<CertificateDates> certificates() throws IOException {
    byte[] bytes = read();
    Seen before = seen;
    if (before != null && before.bytes().equals(ByteBuffer.wrap(bytes))) {
      return before.certificates();
    }
    Seen now = new Seen(ByteBuffer.wrap(bytes), parse(bytes));
    seen = now;
    return now.certificates();
  }

  private byte[] read() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("longer than 1 MiB, so it is not read");
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new IOException("The certificate file " + file + " cannot be read.", unreadable);
    }
  }

  private List<CertificateDates> parse(byte[] bytes) throws IOException {
    try {
      return password == null
          ? CertificateDates.inPem(bytes)
          : CertificateDates.inKeyStore(new ByteArrayInputStream(bytes), password);
    } catch (GeneralSecurityException | IOException broken) {
      String kind = password == null ? "no PEM file with certificates" : "no key store";
      String hint = password == null ? "" : ", or has another password";
      throw new IOException(file + " is " + kind + hint + ".", broken);
    }
  }
}
