package dev.sonde.manifests.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads manifests, and gives each the name that it has on every machine. */
public final class ManifestFiles {

  private static final Set<String> ENDINGS = Set.of(".yaml", ".yml", ".json");

  private final FileNames names;
  private final FileFilter filter;

  public ManifestFiles(FileNames names, FileFilter filter) {
    this.names = names;
    this.filter = filter;
  }

  public List<ManifestFile> read(List<Path> paths) throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        addFolder(path, files);
      } else if (Files.exists(path)) {
        files.add(path.toAbsolutePath().normalize());
      } else {
        throw new NoSuchFileException(path.toString(), null, "there is no such file");
      }
    }
    List<ManifestFile> read = new ArrayList<>();
    for (Path file : files) {
      read.add(ManifestFile.read(names.of(file), file));
    }
    return read;
  }

  private void addFolder(Path folder, Set<Path> files) throws IOException {
    List<Path> found = new ArrayList<>();
    Path root = folder.toAbsolutePath().normalize();
    Files.walkFileTree(
        root,
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
                && filter.accepts(root.relativize(file))) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            throw UnreadableReason.because(names.of(file), file, e);
          }
        });
    found.stream().sorted().forEach(files::add);
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }
}
