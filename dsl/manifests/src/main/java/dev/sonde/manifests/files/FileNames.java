package dev.sonde.manifests.files;

import dev.sonde.rules.FindingWords;
import java.nio.file.Path;

/**
 * Names files as they lie from a folder, with {@code /} between folders on every machine.
 *
 * @param root the folder, absolute; what does not lie in it keeps its whole path
 */
public record FileNames(Path root) {

  public static FileNames from(Path folder) {
    return new FileNames(folder.toAbsolutePath().normalize());
  }

  /** A name for people: nobody wants to count {@code ..}. */
  public String of(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return shown(whole.startsWith(root) ? root.relativize(whole) : whole);
  }

  /** A name that stays right when everything moves to another machine. */
  public String relative(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    boolean reachable = root.getRoot() != null && root.getRoot().equals(whole.getRoot());
    return text(reachable ? root.relativize(whole) : whole);
  }

  public Path path(String name) {
    return root.resolve(name).normalize();
  }

  /**
   * {@return a path with {@code /} between folders, on one line whatever it holds}
   *
   * @param path any path
   */
  public static String shown(Path path) {
    return FindingWords.visible(text(path));
  }

  private static String text(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
