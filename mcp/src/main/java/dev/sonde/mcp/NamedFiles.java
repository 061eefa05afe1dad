package dev.sonde.mcp;

import dev.sonde.kubelet.scenario.ScenarioReader;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that scenarios name: they are below the root as well, or nothing is played. */
record NamedFiles(ServedRoot root) {

  /**
   * Looks into scenarios.
   *
   * @param paths files and folders
   * @throws RefusedCallException if a scenario names a file that is not below the root
   * @throws IOException if a file cannot be read
   */
  void refuseOutside(List<Path> paths) throws IOException {
    for (ManifestFile file : ManifestFile.readAll(paths, Path.of(""), FileFilter.ALL)) {
      for (YamlDocument document : YamlStream.parse(file.bytes()).documents()) {
        if (document.root() instanceof MappingNode scenario) {
          refuseOutside(JsonReader.of(scenario), file.path().toAbsolutePath());
        }
      }
    }
  }

  private void refuseOutside(JsonReader scenario, Path file) throws IOException {
    if (!scenario.text("kind").equals(Optional.of(ScenarioReader.KIND))) {
      return;
    }
    Stream<String> named =
        Stream.concat(
            scenario.text("probes").stream(),
            scenario
                .object("rollout")
                .flatMap(rollout -> rollout.object("to"))
                .flatMap(next -> next.text("probes"))
                .stream());
    for (String name : named.toList()) {
      root.inside(root.seen(file.resolveSibling(name)));
    }
  }
}
