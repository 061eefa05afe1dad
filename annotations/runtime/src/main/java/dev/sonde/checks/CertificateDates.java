package dev.sonde.checks;

import dev.sonde.health.Health;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * From when until when a certificate is valid.
 *
 * @param subject whose it is
 * @param from from when on
 * @param until until when
 */
record CertificateDates(String subject, Instant from, Instant until) {

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  /** {@return those of all certificates in a PEM file; whatever else is in it is skipped} */
  static List<CertificateDates> inPem(byte[] pem) throws GeneralSecurityException {
    String text = new String(pem, StandardCharsets.ISO_8859_1);
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<CertificateDates> found = new ArrayList<>();
    int begin = text.indexOf(BEGIN);
    while (begin >= 0) {
      int end = text.indexOf(END, begin);
      // What has no end is handed over as it is, so that the factory says what is wrong with it.
      String block = end < 0 ? text.substring(begin) : text.substring(begin, end + END.length());
      add(factory.generateCertificate(bytes(block)), found);
      begin = text.indexOf(BEGIN, begin + block.length());
    }
    return List.copyOf(found);
  }

  /** {@return those of all certificates in a key store} */
  static List<CertificateDates> inKeyStore(InputStream content, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12"); // reads JKS, too
    store.load(content, password.length == 0 ? null : password);
    List<CertificateDates> found = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      Certificate[] chain = store.getCertificateChain(alias);
      for (Certificate each :
          chain == null ? new Certificate[] {store.getCertificate(alias)} : chain) {
        add(each, found);
      }
    }
    return List.copyOf(found);
  }

  private static void add(Certificate certificate, List<CertificateDates> found) {
    if (certificate instanceof X509Certificate dated) {
      found.add(
          new CertificateDates(
              dated.getSubjectX500Principal().getName(),
              dated.getNotBefore().toInstant(),
              dated.getNotAfter().toInstant()));
    }
  }

  private static InputStream bytes(String block) {
    return new ByteArrayInputStream(block.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** {@return a state with the data of this certificate} */
  Health describe(Health health, Instant now) {
    return health
        .with("subject", subject)
        .with("validFrom", from.toString())
        .with("expires", until.toString())
        .with("daysLeft", Duration.between(now, until).toDays());
  }
}
