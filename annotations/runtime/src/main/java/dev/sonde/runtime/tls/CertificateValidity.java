package dev.sonde.runtime.tls;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Judges when certificates are valid. The kubelet does not verify them, so one that is expired
 * answers probes anyway: a remark, and no reason to stop a service.
 */
final class CertificateValidity {

  private static final String REMEDY =
      "The kubelet ignores this, but other clients will reject it. Renew it.";

  private CertificateValidity() {}

  /** {@return what to say about the certificates that belong to private keys} */
  static List<String> judge(KeyStore keys, Instant now) throws KeyStoreException {
    List<String> remarks = new ArrayList<>();
    for (String alias : Collections.list(keys.aliases())) {
      if (keys.isKeyEntry(alias) && keys.getCertificate(alias) instanceof X509Certificate own) {
        judge(own, now, remarks);
      }
    }
    return remarks;
  }

  private static void judge(X509Certificate own, Instant now, List<String> remarks) {
    Instant from = own.getNotBefore().toInstant();
    Instant until = own.getNotAfter().toInstant();
    if (now.isAfter(until)) {
      remarks.add("expired at " + until + ". " + REMEDY);
    } else if (now.isBefore(from)) {
      remarks.add("is not valid before " + from + ". " + REMEDY);
    }
  }
}
