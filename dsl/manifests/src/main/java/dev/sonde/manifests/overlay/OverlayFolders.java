package dev.sonde.manifests.overlay;

import dev.sonde.manifests.files.FileFilter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The kustomizations in the folders of a run, and in those that they build on. Immutable. */
public final class OverlayFolders {

  /** No overlays. */
  public static final OverlayFolders NONE = new OverlayFolders(Map.of(), Set.of());

  private final Map<Path, KustomizationFile> byFile;
  private final Set<Path> found;
  private final Set<Path> patches;

  private OverlayFolders(Map<Path, KustomizationFile> byFile, Set<Path> found) {
    this.byFile = byFile;
    this.found = found;
    this.patches = new HashSet<>();
    byFile.values().forEach(one -> patches.addAll(one.patches()));
  }

  /**
   * {@return the kustomizations in folders}
   *
   * @param paths files and folders; files are passed over
   * @param filter which files of the folders count
   * @throws IOException if a kustomization cannot be read
   */
  public static OverlayFolders in(List<Path> paths, FileFilter filter) throws IOException {
    Set<Path> found = new TreeSet<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        find(path.toAbsolutePath().normalize(), filter, found);
      }
    }
    Map<Path, KustomizationFile> byFile = new LinkedHashMap<>();
    for (Path file : found) {
      read(file, byFile);
    }
    return new OverlayFolders(byFile, found);
  }

  private static void find(Path root, FileFilter filter, Set<Path> found) throws IOException {
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
            if (KustomizationFile.isOne(file)
                && Files.isRegularFile(file)
                && filter.accepts(root.relativize(file))) {
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

  /** Reads a kustomization and those that it builds on; they may stand in a circle. */
  private static void read(Path file, Map<Path, KustomizationFile> byFile) throws IOException {
    if (byFile.containsKey(file)) {
      return;
    }
    KustomizationFile one = KustomizationFile.read(file);
    byFile.put(file, one);
    for (Path used : one.uses()) {
      Optional<Path> inner =
          Files.isDirectory(used) ? KustomizationFile.in(used) : Optional.empty();
      if (inner.isPresent()) {
        read(inner.get(), byFile);
      }
    }
  }

  /**
   * Tells whether a file only changes objects that are elsewhere.
   *
   * @param file any file
   */
  public boolean isPatch(Path file) {
    return patches.contains(file.toAbsolutePath().normalize());
  }

  /**
   * Tells whether a file tells kustomize what to build.
   *
   * @param file any file
   */
  public static boolean isKustomization(Path file) {
    return KustomizationFile.isOne(file);
  }

  /**
   * {@return what has to be built to see all that the cluster may get: each kustomization that no
   * other one builds on, by path}
   */
  public List<OverlayRoot> roots() {
    Set<Path> used = new HashSet<>();
    for (KustomizationFile one : byFile.values()) {
      used.addAll(one.uses());
    }
    List<OverlayRoot> overlays = new ArrayList<>();
    for (Path file : found) {
      KustomizationFile one = byFile.get(file);
      if (one != null && !one.component() && !used.contains(folderOf(file))) {
        overlays.add(new OverlayRoot(one.file(), obstacle(one, new HashSet<>())));
      }
    }
    return overlays;
  }

  private static Path folderOf(Path file) {
    return Optional.ofNullable(file.getParent()).orElse(file);
  }

  /** Why it is not built: something in it, or in what it builds on. */
  private Optional<String> obstacle(KustomizationFile one, Set<Path> seen) {
    if (!seen.add(one.file())) {
      return Optional.empty();
    }
    return one.obstacle()
        .or(
            () ->
                one.uses().stream()
                    .filter(Files::isDirectory)
                    .flatMap(folder -> KustomizationFile.in(folder).stream())
                    .flatMap(file -> Optional.ofNullable(byFile.get(file)).stream())
                    .flatMap(inner -> obstacle(inner, seen).stream())
                    .findFirst());
  }
}
