package dev.sonde.runtime.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** Reads a private key in any of the three forms that tools write. */
final class PemKey {

  private PemKey() {}

  /**
   * {@return the first private key of a file}
   *
   * @param publicKey its public counterpart, which tells the algorithm
   */
  static PrivateKey read(Path file, PublicKey publicKey) throws IOException {
    for (PemFile.Block block : PemFile.read(file)) {
      switch (block.label()) {
        case "PRIVATE KEY" -> {
          return decode(file, block.content(), publicKey);
        }
        case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> {
          return decode(
              file, DerEncoding.pkcs8(block.content(), publicKey.getEncoded()), publicKey);
        }
        case "ENCRYPTED PRIVATE KEY" ->
            throw new UnusableFileException(
                file,
                "holds an encrypted private key",
                "Decrypt it, or give a key store and its password.");
        default -> {
          // Certificates and parameters may be beside it.
        }
      }
    }
    throw new UnusableFileException(
        file, "holds no private key", "Give a PEM file with -----BEGIN PRIVATE KEY-----.");
  }

  private static PrivateKey decode(Path file, byte[] pkcs8, PublicKey publicKey)
      throws IOException {
    String algorithm = publicKey.getAlgorithm();
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException notOne) {
      throw new UnusableFileException(
          file,
          "holds a private key that is damaged, or no " + algorithm + " key as the certificate's",
          "Give the certificate and the key that were issued together.",
          notOne);
    }
  }
}
