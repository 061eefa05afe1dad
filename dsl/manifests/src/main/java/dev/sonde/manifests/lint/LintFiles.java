package dev.sonde.manifests.lint;

import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.overlay.OverlayFolders;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads files and folders into a run. Of a folder all files that end in {@code .yaml}, {@code .yml}
 * or {@code .json} count, sorted by name, those of its folders too, but for hidden ones.
 */
final class LintFiles {

  private static final Set<String> ENDINGS = Set.of(".yaml", ".yml", ".json");

  private final LintRun run;
  private final Optional<Path> base;

  LintFiles(LintRun run, Optional<Path> base) {
    this.run = run;
    this.base = base;
  }

  void judge(Path path) {
    if (Files.isDirectory(path)) {
      judgeFolder(path);
    } else {
      judgeFile(path);
    }
  }

  private void judgeFolder(Path folder) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(folder, new Collector(folder, found));
    } catch (IOException e) {
      unreadable(folder, e);
    }
    OverlayFolders overlays = overlays(folder);
    found.stream()
        .sorted()
        .filter(file -> !OverlayFolders.isKustomization(file) && !overlays.isPatch(file))
        .forEach(this::judgeFile);
    Path root = folder.toAbsolutePath().normalize();
    run.build(overlays, file -> name(folder.resolve(root.relativize(file))));
    if (found.isEmpty()) {
      add(folder, "there is no file in it that ends in .yaml, .yml or .json.", "Name another one.");
    }
  }

  private OverlayFolders overlays(Path folder) {
    try {
      return OverlayFolders.in(List.of(folder), FileFilter.ALL);
    } catch (IOException e) {
      unreadable(folder, e);
      return OverlayFolders.NONE;
    }
  }

  private void judgeFile(Path file) {
    try {
      run.add(new ManifestText(name(file), BoundedBytes.of(file)));
    } catch (IOException e) {
      unreadable(file, e);
    }
  }

  private void unreadable(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      add(file, "there is no such file.", "Check the name.");
    } else if (e instanceof AccessDeniedException) {
      add(file, "reading it is not permitted.", "Ask for the right to read it.");
    } else {
      add(file, "it cannot be read: " + e.getMessage() + ".", "Check the file, or leave it out.");
    }
  }

  private void add(Path file, String message, String remedy) {
    run.add(
        ManifestPlace.of(name(file))
            .finding(InputRules.FILE_UNREADABLE.finding(FieldPath.ROOT, message, remedy)));
  }

  /** With slashes everywhere, so that a report reads the same on every machine. */
  private String name(Path file) {
    Path shown = base.filter(file::startsWith).map(folder -> folder.relativize(file)).orElse(file);
    return shown.toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> found;

    Collector(Path root, List<Path> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      boolean ends = ENDINGS.stream().anyMatch(name::endsWith);
      if (ends && (Files.isRegularFile(file) || !Files.exists(file))) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      unreadable(file, e);
      return FileVisitResult.CONTINUE;
    }
  }
}
