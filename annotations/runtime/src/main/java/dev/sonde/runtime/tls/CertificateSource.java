package dev.sonde.runtime.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

/** Where certificates and keys come from. */
interface CertificateSource {

  /** {@return the files, in the order in which they are read} */
  List<Path> files();

  /** {@return the password of the keys in what is {@linkplain #read read}} */
  char[] password();

  /**
   * {@return what the files hold now, with at least one private key}
   *
   * @throws UnusableFileException if a file does not hold what it must
   * @throws IOException if a file cannot be read
   */
  KeyStore read() throws IOException, GeneralSecurityException;
}
