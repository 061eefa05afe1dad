package dev.sonde.runtime.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;

/** A certificate chain and a private key, each in a PEM file; both may be in the same. */
final class PemSource implements CertificateSource {

  /** Nobody sees it: the key store that it is for never leaves memory. */
  private static final String PASSWORD = "in memory only";

  private final Path chain;
  private final Path key;

  PemSource(Path chain, Path key) {
    this.chain = chain;
    this.key = key;
  }

  @Override
  public List<Path> files() {
    return List.of(chain, key);
  }

  @Override
  public char[] password() {
    return PASSWORD.toCharArray();
  }

  @Override
  public KeyStore read() throws IOException, GeneralSecurityException {
    List<Certificate> certificates = readChain();
    PrivateKey privateKey = PemKey.read(key, certificates.get(0).getPublicKey());
    if (!KeyPairs.belongTogether(privateKey, certificates.get(0).getPublicKey())) {
      throw new UnusableFileException(
          key,
          "does not hold the private key of the certificate in " + chain,
          "Give the two that were issued together; a chain starts with the server's own"
              + " certificate.");
    }
    // JKS spends no time on a password, and leaves it to clients what they think of a chain.
    KeyStore keys = KeyStore.getInstance("JKS");
    keys.load(null, null);
    keys.setKeyEntry("server", privateKey, password(), certificates.toArray(new Certificate[0]));
    return keys;
  }

  private List<Certificate> readChain() throws IOException, CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> certificates = new ArrayList<>();
    for (PemFile.Block block : PemFile.read(chain)) {
      if (block.label().equals("CERTIFICATE")) {
        certificates.add(certificate(factory, block));
      }
    }
    if (certificates.isEmpty()) {
      throw new UnusableFileException(
          chain, "holds no certificate", "Give a PEM file with -----BEGIN CERTIFICATE-----.");
    }
    return certificates;
  }

  private Certificate certificate(CertificateFactory factory, PemFile.Block block)
      throws IOException {
    try {
      return factory.generateCertificate(new ByteArrayInputStream(block.content()));
    } catch (CertificateException damaged) {
      throw new UnusableFileException(
          chain,
          "holds a certificate that is damaged (" + damaged.getMessage() + ")",
          "Reissue the certificate.",
          damaged);
    }
  }
}
