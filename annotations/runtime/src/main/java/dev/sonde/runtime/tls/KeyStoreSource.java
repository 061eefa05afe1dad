package dev.sonde.runtime.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.List;

/** A key store file with one or more private keys. */
final class KeyStoreSource implements CertificateSource {

  private final Path file;
  private final String password;

  KeyStoreSource(Path file, String password) {
    this.file = file;
    this.password = password;
  }

  @Override
  public List<Path> files() {
    return List.of(file);
  }

  @Override
  public char[] password() {
    return password.toCharArray();
  }

  @Override
  public KeyStore read() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12"); // The JDK's reads JKS as well.
    byte[] content = SecretFile.read(file);
    try {
      keys.load(new ByteArrayInputStream(content), password());
    } catch (IOException failure) {
      throw explain(failure);
    }
    if (countKeys(keys) == 0) {
      throw new UnusableFileException(
          file,
          "holds no private key among its " + keys.size() + " entries",
          "Name the server's key store, not the one of certificates that it trusts.");
    }
    return keys;
  }

  private int countKeys(KeyStore keys) throws IOException, GeneralSecurityException {
    int count = 0;
    for (String alias : Collections.list(keys.aliases())) {
      if (keys.isKeyEntry(alias)) {
        count++;
        requireReadable(keys, alias);
      }
    }
    return count;
  }

  private void requireReadable(KeyStore keys, String alias)
      throws IOException, GeneralSecurityException {
    try {
      keys.getKey(alias, password());
    } catch (UnrecoverableKeyException otherPassword) {
      throw new UnusableFileException(
          file,
          "holds the key \"" + alias + "\" under another password than its own",
          "Give both the same password: keytool -keypasswd.",
          otherPassword);
    }
  }

  private UnusableFileException explain(IOException failure) {
    return failure.getCause() instanceof UnrecoverableKeyException
        ? new UnusableFileException(
            file, "has another password", "Give the one that it was written with.", failure)
        : new UnusableFileException(
            file,
            "is no key store (" + failure.getMessage() + ")",
            "Name a PKCS #12 or JKS file; for PEM files use Tls.pem.",
            failure);
  }
}
