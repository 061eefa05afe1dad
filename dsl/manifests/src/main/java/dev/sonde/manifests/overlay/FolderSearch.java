package dev.sonde.manifests.overlay;

import dev.sonde.manifests.files.FileFilter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds files in folders, but for hidden folders. */
final class FolderSearch {

  private FolderSearch() {}

  /** The files, absolute and sorted; of the paths only folders count. */
  static Set<Path> find(List<Path> paths, FileFilter filter, Predicate<Path> wanted)
      throws IOException {
    Set<Path> found = new TreeSet<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        find(path.toAbsolutePath().normalize(), filter, wanted, found);
      }
    }
    return found;
  }

  private static void find(Path root, FileFilter filter, Predicate<Path> wanted, Set<Path> found)
      throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                !folder.equals(root) && String.valueOf(folder.getFileName()).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (wanted.test(file) && Files.isRegularFile(file) && filter.accepts(root, file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            // Whoever reads the manifests says that it cannot be read.
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
