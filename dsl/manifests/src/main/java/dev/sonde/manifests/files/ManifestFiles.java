package dev.sonde.manifests.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads manifests from files and folders. Of a folder all files that end in {@code .yaml}, {@code
 * .yml} or {@code .json} count, sorted by name, those of its folders too, but for hidden ones.
 */
public final class ManifestFiles {

  private static final Set<String> ENDINGS = Set.of(".yaml", ".yml", ".json");

  private final Function<Path, String> name;
  private final FileFilter filter;

  /**
   * Prepares for reading.
   *
   * @param name what to call each file, the same on every machine
   * @param filter which files of the folders count
   */
  public ManifestFiles(Function<Path, String> name, FileFilter filter) {
    this.name = name;
    this.filter = filter;
  }

  /**
   * {@return the files that paths lead to, each once}
   *
   * @param paths files and folders
   * @throws UnreadableFileException if one cannot be read
   */
  public List<ManifestFile> read(List<Path> paths) throws UnreadableFileException {
    List<ManifestFile> files = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    List<UnreadableFileException> unreadable = new ArrayList<>();
    for (Path path : paths) {
      visit(
          path.toAbsolutePath().normalize(),
          file -> {
            if (seen.add(file.path())) {
              files.add(file);
            }
          },
          unreadable::add);
    }
    if (!unreadable.isEmpty()) {
      UnreadableFileException first = unreadable.get(0);
      unreadable.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
    return files;
  }

  /**
   * Reads what a path leads to.
   *
   * @param path a file or a folder
   * @param readable takes each file
   * @param unreadable takes what cannot be read
   * @return whether there was a file
   */
  public boolean visit(
      Path path, Consumer<ManifestFile> readable, Consumer<UnreadableFileException> unreadable) {
    List<Path> files = Files.isDirectory(path) ? filesIn(path, unreadable) : List.of(path);
    for (Path file : files) {
      try {
        readable.accept(ManifestFile.read(name.apply(file), file));
      } catch (UnreadableFileException e) {
        unreadable.accept(e);
      }
    }
    return !files.isEmpty();
  }

  private List<Path> filesIn(Path root, Consumer<UnreadableFileException> unreadable) {
    List<Path> found = new ArrayList<>();
    SimpleFileVisitor<Path> collector =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            boolean hidden = !inner.equals(root) && fileName(inner).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (ENDINGS.stream().anyMatch(fileName(file)::endsWith)
                && (Files.isRegularFile(file) || !Files.exists(file))
                && filter.accepts(root, file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            unreadable.accept(UnreadableFileException.because(name.apply(file), file, e));
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(root, collector);
    } catch (IOException e) {
      unreadable.accept(UnreadableFileException.because(name.apply(root), root, e));
    }
    return found.stream().sorted().toList();
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }
}
