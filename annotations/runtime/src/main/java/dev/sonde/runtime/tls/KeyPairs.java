package dev.sonde.runtime.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Judges whether keys belong together, by a signature. */
final class KeyPairs {

  private static final byte[] TEXT = {'s', 'o', 'n', 'd', 'e'};

  private KeyPairs() {}

  static boolean belongTogether(PrivateKey privateKey, PublicKey publicKey) {
    try {
      Signature signature = Signature.getInstance(algorithm(publicKey.getAlgorithm()));
      signature.initSign(privateKey);
      signature.update(TEXT);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(TEXT);
      return signature.verify(signed);
    } catch (GeneralSecurityException ofAnotherKind) {
      return false;
    }
  }

  private static String algorithm(String ofKey) {
    return switch (ofKey) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> ofKey;
    };
  }
}
