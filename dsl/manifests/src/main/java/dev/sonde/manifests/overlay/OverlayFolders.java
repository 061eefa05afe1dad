package dev.sonde.manifests.overlay;

import dev.sonde.manifests.files.FileFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kustomizations in the folders of a run, and in those that they build on, and the charts.
 * Immutable.
 */
public final class OverlayFolders {

  /** No overlays. */
  public static final OverlayFolders NONE =
      new OverlayFolders(Map.of(), Set.of(), ChartFolders.NONE);

  private final Map<Path, KustomizationFile> byFile;
  private final Set<Path> found;
  private final Set<Path> patches;
  private final ChartFolders charts;

  private OverlayFolders(
      Map<Path, KustomizationFile> byFile, Set<Path> found, ChartFolders charts) {
    this.byFile = byFile;
    this.found = found;
    this.charts = charts;
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
    Set<Path> found = FolderSearch.find(paths, filter, KustomizationFile::isOne);
    Map<Path, KustomizationFile> byFile = new LinkedHashMap<>();
    for (Path file : found) {
      read(file, byFile);
    }
    return new OverlayFolders(byFile, found, ChartFolders.in(paths, filter));
  }

  /** Reads a kustomization and those that it builds on; they may be in a circle. */
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
   * Tells whether a file is one of the templates of a chart, which only rendering makes manifests.
   *
   * @param file any file
   */
  public boolean isTemplate(Path file) {
    return charts.isTemplate(file.toAbsolutePath().normalize());
  }

  /**
   * Tells whether a file is no manifest, but read by what builds manifests.
   *
   * @param file any file
   */
  public boolean isRecipe(Path file) {
    return KustomizationFile.isOne(file) || charts.isRecipe(file.toAbsolutePath().normalize());
  }

  /**
   * {@return what has to be built to see all that the cluster may get: each kustomization that no
   * other one builds on, by path, then each chart that is no part of another}
   */
  List<OverlayRoot> roots() {
    Set<Path> used = new HashSet<>();
    for (KustomizationFile one : byFile.values()) {
      used.addAll(one.uses());
    }
    List<OverlayRoot> overlays = new ArrayList<>();
    for (Path file : found) {
      KustomizationFile one = byFile.get(file);
      if (one != null && !one.component() && !used.contains(folderOf(file))) {
        overlays.add(
            new OverlayRoot(one.file(), BuildKind.OVERLAY, obstacle(one, new HashSet<>())));
      }
    }
    overlays.addAll(charts.roots());
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
