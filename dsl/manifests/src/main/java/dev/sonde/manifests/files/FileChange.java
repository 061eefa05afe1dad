package dev.sonde.manifests.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file held when it was read, and what it should hold. Immutable. */
public final class FileChange {

  private final Path path;
  private final byte @Nullable [] before;
  private final byte[] after;

  private FileChange(Path path, byte @Nullable [] before, byte[] after) {
    this.path = path;
    this.before = before;
    this.after = after;
  }

  /**
   * {@return a change of a file}
   *
   * @param path where the file lies
   * @param before what it held when it was read
   * @param after what it should hold
   */
  public static FileChange of(Path path, byte[] before, byte[] after) {
    return new FileChange(path, before.clone(), after.clone());
  }

  /**
   * {@return a new file}
   *
   * @param path where it should lie; its folder must exist
   * @param content what it should hold
   */
  public static FileChange create(Path path, byte[] content) {
    return new FileChange(path, null, content.clone());
  }

  /**
   * {@return an output: it takes the place of whatever lies there now}
   *
   * @param path where it should lie; its folder is made if it is not there
   * @param text what it should hold, in UTF-8
   * @throws IOException if what lies there cannot be read, or the folder cannot be made
   */
  public static FileChange output(Path path, String text) throws IOException {
    Path place = outputPlace(path);
    byte[] before = Files.exists(place) ? Files.readAllBytes(place) : null;
    return new FileChange(place, before, text.getBytes(UTF_8));
  }

  /** Where an output goes, in a folder that is there by then. */
  static Path outputPlace(Path path) throws IOException {
    Path place = path.toAbsolutePath();
    if (Files.exists(place) && !Files.isRegularFile(place)) {
      throw new NotWrittenException(place, "it is no regular file.", "Name another one.");
    }
    Path folder = place.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return place;
  }

  /** {@return where the file lies} */
  public Path path() {
    return path;
  }

  /** {@return whether the file was there when it was read} */
  boolean existed() {
    return before != null;
  }

  /** {@return whether there is something to write} */
  boolean changesSomething() {
    return !Arrays.equals(before, after);
  }

  /** {@return whether the file still held that when it was read again} */
  boolean wasReadFrom(byte[] content) {
    return Arrays.equals(before, content);
  }

  Optional<byte[]> before() {
    return Optional.ofNullable(before).map(byte[]::clone);
  }

  /** {@return what the file should hold} */
  public byte[] after() {
    return after.clone();
  }
}
