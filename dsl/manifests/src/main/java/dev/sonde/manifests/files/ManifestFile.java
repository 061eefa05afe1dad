package dev.sonde.manifests.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A file as it was read. Immutable.
 *
 * <p>Its name is what messages and the merge record call it; it should be the same on every
 * machine, so a path relative to the project, with {@code /} between the folders.
 */
public final class ManifestFile {

  private final String name;
  private final Path path;
  private final byte[] bytes;

  private ManifestFile(String name, Path path, byte[] bytes) {
    this.name = name;
    this.path = path;
    this.bytes = bytes;
  }

  /**
   * {@return a file with what is in it now}
   *
   * @param name what to call it
   * @param path where it lies
   * @throws UnreadableFileException if it cannot be read
   */
  public static ManifestFile read(String name, Path path) throws UnreadableFileException {
    try {
      return new ManifestFile(name, path, BoundedBytes.of(path));
    } catch (UnreadableFileException e) {
      throw UnreadableFileException.because(name, path, e);
    }
  }

  /**
   * {@return the files that paths lead to: of a folder those that end in {@code .yaml}, {@code
   * .yml} or {@code .json}, sorted, those of its folders too, but for hidden ones}
   *
   * @param paths files and folders
   * @param folder files in it are named as they lie from there
   * @param filter which files of the folders count
   * @throws UnreadableFileException if one cannot be read
   */
  public static List<ManifestFile> readAll(List<Path> paths, Path folder, FileFilter filter)
      throws UnreadableFileException {
    return new ManifestFiles(FileNames.from(folder)::of, filter).read(paths);
  }

  /**
   * {@return a file with that content, whatever lies on the disk}
   *
   * @param name what to call it; also its path
   * @param bytes its content
   */
  public static ManifestFile of(String name, byte[] bytes) {
    return new ManifestFile(name, Path.of(name), bytes.clone());
  }

  /**
   * {@return what the standard input holds, as a file named {@code stdin}}
   *
   * @param in the standard input, which stays open
   * @throws UnreadableFileException if it cannot be read, or holds more than {@link
   *     BoundedBytes#MOST} bytes
   */
  public static ManifestFile standardInput(InputStream in) throws UnreadableFileException {
    Path name = Path.of("stdin");
    try {
      return new ManifestFile("stdin", name, BoundedBytes.of(in));
    } catch (IOException e) {
      throw UnreadableFileException.because("stdin", name, e);
    }
  }

  /** {@return what the file is called} */
  public String name() {
    return name;
  }

  /** {@return where the file lies} */
  public Path path() {
    return path;
  }

  /** {@return a copy of what was in it} */
  public byte[] bytes() {
    return bytes.clone();
  }
}
