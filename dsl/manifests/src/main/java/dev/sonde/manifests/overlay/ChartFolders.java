package dev.sonde.manifests.overlay;

import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.tree.YamlTreeNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Helm charts in the folders of a run.
 *
 * @param folders the folders of all charts, absolute, those of parts of others too
 * @param roots what to render
 */
record ChartFolders(List<Path> folders, List<OverlayRoot> roots) {

  static final ChartFolders NONE = new ChartFolders(List.of(), List.of());

  private static final String CHART = "Chart.yaml";

  static ChartFolders in(List<Path> paths, FileFilter filter) throws IOException {
    List<Path> folders = new ArrayList<>();
    List<OverlayRoot> roots = new ArrayList<>();
    for (Path file : FolderSearch.find(paths, filter, ChartFolders::isChart)) {
      Path folder = file.resolveSibling("").normalize();
      if (folders.stream().noneMatch(other -> folder.startsWith(other.resolve("charts")))
          && !isLibrary(file)) {
        roots.add(new OverlayRoot(file, BuildKind.CHART, Optional.empty()));
      }
      folders.add(folder);
    }
    return new ChartFolders(List.copyOf(folders), List.copyOf(roots));
  }

  private static boolean isChart(Path file) {
    return file.endsWith(CHART);
  }

  /** A library only lends its templates to other charts; Helm renders nothing from it alone. */
  private static boolean isLibrary(Path file) throws IOException {
    return YamlStream.parse(BoundedBytes.of(file)).documents().stream()
        .map(YamlDocument::root)
        .flatMap(root -> root instanceof MappingNode chart ? type(chart) : Stream.empty())
        .anyMatch("library"::equals);
  }

  private static Stream<String> type(MappingNode chart) {
    Optional<YamlTreeNode> type = chart.get("type");
    return type.stream()
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).text());
  }

  boolean isTemplate(Path file) {
    return folders.stream().anyMatch(folder -> file.startsWith(folder.resolve("templates")));
  }

  /** Tells whether it describes a chart, or holds values for one. */
  boolean isRecipe(Path file) {
    String name = String.valueOf(file.getFileName());
    return folders.stream().anyMatch(folder -> folder.equals(file.getParent()))
        && (name.equals(CHART) || name.startsWith("values"));
  }
}
