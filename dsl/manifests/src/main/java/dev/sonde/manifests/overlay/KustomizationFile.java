package dev.sonde.manifests.overlay;

import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.tree.YamlTreeNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file that tells kustomize what to build in its folder.
 *
 * @param file the file
 * @param component whether it only adds to others and cannot be built alone
 * @param uses the folders and files that it builds on
 * @param patches the files that it patches them with
 * @param obstacle why Sonde does not build it; unset if it can be built without the network and
 *     without plugins
 */
record KustomizationFile(
    Path file, boolean component, List<Path> uses, List<Path> patches, Optional<String> obstacle) {

  static final Set<String> NAMES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private static final List<String> RESOURCES = List.of("resources", "bases", "components", "crds");
  private static final List<String> PLUGINS =
      List.of("helmCharts", "helmChartInflationGenerator", "generators", "transformers");

  static boolean isOne(Path file) {
    return NAMES.contains(String.valueOf(file.getFileName()));
  }

  /** {@return the kustomization in a folder, if there is one} */
  static Optional<Path> in(Path folder) {
    return NAMES.stream().sorted().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  /**
   * {@return what a file says}
   *
   * @param file a kustomization, absolute
   * @throws IOException if it cannot be read
   */
  static KustomizationFile read(Path file) throws IOException {
    YamlStream stream = YamlStream.parse(BoundedBytes.of(file));
    if (stream.documents().isEmpty()
        || !(stream.documents().get(0).root() instanceof MappingNode)) {
      return new KustomizationFile(
          file, false, List.of(), List.of(), Optional.of("its kustomization cannot be read"));
    }
    MappingNode root = (MappingNode) stream.documents().get(0).root();
    List<String> resources = RESOURCES.stream().flatMap(key -> texts(root, key)).toList();
    Stream<String> patches =
        Stream.of(
                texts(root, "patchesStrategicMerge"),
                fields(root, "patches"),
                fields(root, "patchesJson6902"))
            .flatMap(names -> names);
    return new KustomizationFile(
        file,
        text(root, "kind").filter("Component"::equals).isPresent(),
        resources.stream().flatMap(name -> local(file, name).stream()).toList(),
        patches.flatMap(name -> local(file, name).stream()).toList(),
        obstacle(file, root, resources));
  }

  private static Optional<String> obstacle(Path file, MappingNode root, List<String> resources) {
    Optional<String> plugin =
        PLUGINS.stream().filter(key -> root.get(key).isPresent()).findFirst().map(k -> "has " + k);
    return resources.stream()
        .filter(name -> local(file, name).isEmpty())
        .findFirst()
        .map(name -> "takes in \"" + name + "\", which is not in this folder tree")
        .or(() -> plugin);
  }

  /** A file or folder on this machine; what is an address, or is not there, is none. */
  private static Optional<Path> local(Path file, String name) {
    if (name.contains("\n") || name.contains("://")) {
      return Optional.empty();
    }
    try {
      return Optional.of(file.resolveSibling(name).normalize()).filter(Files::exists);
    } catch (InvalidPathException notAName) {
      return Optional.empty();
    }
  }

  Path folder() {
    return file.resolveSibling("");
  }

  private static Stream<String> texts(MappingNode root, String key) {
    return items(root, key).flatMap(item -> text(item).stream());
  }

  private static Stream<String> fields(MappingNode root, String key) {
    return items(root, key)
        .filter(MappingNode.class::isInstance)
        .flatMap(item -> text((MappingNode) item, "path").stream());
  }

  private static Stream<YamlTreeNode> items(MappingNode root, String key) {
    return root.get(key)
        .filter(SequenceNode.class::isInstance)
        .map(list -> ((SequenceNode) list).items().stream().map(YamlTreeNode::resolved))
        .orElseGet(Stream::empty);
  }

  private static Optional<String> text(MappingNode node, String key) {
    return node.get(key).flatMap(KustomizationFile::text);
  }

  private static Optional<String> text(YamlTreeNode node) {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.text()) : Optional.empty();
  }
}
