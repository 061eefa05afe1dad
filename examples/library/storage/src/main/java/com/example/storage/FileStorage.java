package com.example.storage;

import dev.sonde.annotation.CheckPolicy;
import dev.sonde.annotation.External;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** Keeps files by their names in a folder, which may be a volume that can go away. */
public final class FileStorage {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,100}");

  private final Path folder;

  /**
   * Keeps files in a folder.
   *
   * @param folder where
   */
  public FileStorage(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps a file in place of the one of that name.
   *
   * @param name its name: small letters, digits and hyphens
   * @param content what is in it
   * @throws IOException if that cannot be done
   */
  public void put(String name, byte[] content) throws IOException {
    Path written = Files.createTempFile(folder, "new-", ".part");
    try {
      Files.write(written, content);
      Files.move(written, place(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /**
   * {@return what is in a file}
   *
   * @param name its name
   * @throws IOException if there is none, or it cannot be read
   */
  public byte[] get(String name) throws IOException {
    return Files.readAllBytes(place(name));
  }

  private Path place(String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IOException("\"" + name + "\" is no name of a file");
    }
    return folder.resolve(name);
  }

  /** {@return whether the volume is mounted} */
  @Startup
  public boolean isMounted() {
    return Files.isDirectory(folder);
  }

  /**
   * Writes a file and takes it away.
   *
   * @throws IOException if it cannot
   */
  @External
  @Readiness
  @CheckPolicy(cachedForMillis = 200)
  public void takesFiles() throws IOException {
    Files.delete(Files.createTempFile(folder, "check-", ".part"));
  }
}
