package dev.sonde.compiled;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A folder of class files, such as the output of a compiler.
 *
 * @param root the folder; it need not exist
 */
public record ClassFolder(Path root) {

  /** What the names of Sonde's annotations start with. */
  static final String ANNOTATIONS = "dev.sonde.annotation.";

  private static final byte[] MARK =
      ANNOTATIONS.replace('.', '/').getBytes(StandardCharsets.US_ASCII);
  private static final String SUFFIX = ".class";

  /**
   * {@return the paths of all class files below the folder, with {@code /}, sorted}
   *
   * @throws IOException if the folder cannot be read
   */
  public List<String> paths() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<String> paths = new ArrayList<>();
    addPaths(root, "", paths);
    Collections.sort(paths);
    return paths;
  }

  /** Without {@link Files#walk}, which loads a good many classes into the compiler. */
  private static void addPaths(Path folder, String prefix, List<String> paths) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String path = prefix + entry.getFileName();
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          addPaths(entry, path + "/", paths);
        } else if (path.endsWith(SUFFIX) && Files.isRegularFile(entry)) {
          paths.add(path);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /**
   * {@return the classes that bear Sonde's annotations, sorted by name} What does not lie where its
   * package belongs, such as below {@code META-INF/versions}, is left out; so is what was a member
   * of a class that does not know it any more.
   *
   * @param wanted which of {@link #paths()} to look at
   * @throws IOException if a class file cannot be read
   */
  public List<ClassFile> annotated(Predicate<String> wanted) throws IOException {
    List<ClassFile> annotated = new ArrayList<>();
    for (String path : paths()) {
      if (wanted.test(path)) {
        Path file = root.resolve(path);
        Optional<ClassFile> found = annotated(file.toString(), Files.readAllBytes(file));
        if (found.isPresent()
            && path.equals(pathOf(found.get().binaryName()))
            && isLinked(found.get())) {
          annotated.add(found.get());
        }
      }
    }
    return annotated;
  }

  private boolean isLinked(ClassFile file) throws IOException {
    ClassFile each = file;
    while (each.outer().isPresent()) {
      String outer = each.outer().get();
      if (!contains(outer)) {
        return false;
      }
      ClassFile around = read(pathOf(outer));
      if (!around.members().contains(each.binaryName())) {
        return false;
      }
      each = around;
    }
    return true;
  }

  /**
   * Tells whether there is a file of a class.
   *
   * @param binaryName the full name of the class, such as {@code com.acme.Outer$Inner}
   */
  public boolean contains(String binaryName) {
    return Files.isRegularFile(fileOf(binaryName));
  }

  private static String pathOf(String binaryName) {
    return binaryName.replace('.', '/') + SUFFIX;
  }

  /**
   * {@return the full name of the class without another around it that a class file belongs to}
   *
   * @param path one of {@link #paths()}
   */
  public String topLevelName(String path) {
    String name = path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
    int dollar = name.indexOf('$', name.lastIndexOf('.') + 2);
    while (dollar >= 0) {
      String outer = name.substring(0, dollar);
      // A dollar sign may also be a part of a name.
      if (contains(outer)) {
        return outer;
      }
      dollar = name.indexOf('$', dollar + 1);
    }
    return name;
  }

  /**
   * {@return the file of a class; it need not exist}
   *
   * @param binaryName the full name of the class, such as {@code com.acme.Outer$Inner}
   */
  public Path fileOf(String binaryName) {
    return root.resolve(pathOf(binaryName));
  }

  /**
   * {@return a class}
   *
   * @param path one of {@link #paths()}
   * @throws IOException if the class file cannot be read
   */
  public ClassFile read(String path) throws IOException {
    return read(root.resolve(path));
  }

  /**
   * {@return the class in a file}
   *
   * @param file the class file
   * @throws IOException if the class file cannot be read
   */
  public static ClassFile read(Path file) throws IOException {
    return read(file.toString(), Files.readAllBytes(file));
  }

  /**
   * {@return the class in a class file, if it bears Sonde's annotations}
   *
   * @param place what to call the file
   * @param content its content
   * @throws IOException if it cannot be read
   */
  public static Optional<ClassFile> annotated(String place, byte[] content) throws IOException {
    return isMarked(content)
        ? Optional.of(read(place, content)).filter(ClassFile::isAnnotated)
        : Optional.empty();
  }

  /**
   * {@return whether a class makes objects of another by its constructor without parameters}
   *
   * @param place what to call the class file
   * @param content its content
   * @param made the full name of the other, which the class does not extend
   * @throws IOException if it cannot be read
   */
  public static boolean constructs(String place, byte[] content, String made) throws IOException {
    try {
      return ClassFileReader.constructs(content, made.replace('.', '/'));
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IOException(place + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static ClassFile read(String place, byte[] content) throws IOException {
    try {
      return ClassFileReader.read(content);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IOException(place + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Most classes have nothing to do with Sonde, and a search is faster than reading them. */
  private static boolean isMarked(byte[] content) {
    for (int start = 0; start <= content.length - MARK.length; start++) {
      int index = 0;
      while (index < MARK.length && content[start + index] == MARK[index]) {
        index++;
      }
      if (index == MARK.length) {
        return true;
      }
    }
    return false;
  }
}
