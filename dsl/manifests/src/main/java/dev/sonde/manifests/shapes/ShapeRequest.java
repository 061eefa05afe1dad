package dev.sonde.manifests.shapes;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.model.ProbeSet;
import dev.sonde.release.KubernetesVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code generate} is asked for, as people write it, on a command line or in a pom.
 *
 * @param shapes the names of shapes; none means those of {@link Shape#renderDefaults}
 * @param base the manifests that a JSON 6902 patch will be applied to
 * @param images see {@link ContainerImages#parse}
 * @param classPath see {@link ShapeOptions#classPath}
 * @param valuesPath see {@link ShapeOptions#valuesPath}
 * @param defaults whether the values that Kubernetes would use are written out
 * @param releases the releases of Kubernetes whose API server must take what is written
 */
public record ShapeRequest(
    List<String> shapes,
    List<Path> base,
    List<String> images,
    Optional<String> classPath,
    Optional<String> valuesPath,
    boolean defaults,
    List<KubernetesVersion> releases) {

  /** Copies the lists, so that the value stays what it was. */
  public ShapeRequest {
    shapes = List.copyOf(shapes);
    base = List.copyOf(base);
    images = List.copyOf(images);
    releases = List.copyOf(releases);
  }

  /**
   * {@return the probes in the shapes that are asked for}
   *
   * @param declared the probes of one or more containers
   * @throws IOException if a base cannot be read
   * @throws UnreadableDocumentException if a base is not sound YAML
   * @throws IllegalArgumentException if something is not written as it should be, or is missing;
   *     the message says what and how
   */
  public ShapeRendering render(List<ProbeSet> declared) throws IOException {
    List<String> notes = new ReleaseCheck(releases).notes(declared);
    List<ProbeSet> probes =
        defaults ? declared.stream().map(ProbeSet::withDefaults).toList() : declared;
    List<Shape> named = shapes.stream().map(Shape::named).toList();
    ShapeOptions options =
        new ShapeOptions(
            BaseManifests.read(base), ContainerImages.parse(images), classPath, valuesPath);
    ShapeRendering rendering =
        named.isEmpty() ? Shape.renderDefaults(probes) : Shape.render(named, probes, options);
    return rendering.noting(notes);
  }
}
