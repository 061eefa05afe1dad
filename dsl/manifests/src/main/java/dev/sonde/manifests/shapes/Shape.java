package dev.sonde.manifests.shapes;

import dev.sonde.model.ProbeSet;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.SimilarName;
import dev.sonde.yaml.Yaml;
import java.util.Arrays;
import java.util.List;

/** The forms in which teams deploy probes. Each is rendered from the probes alone. */
public enum Shape {
  /** The probe blocks, as they are in a container. */
  BLOCKS("blocks"),

  /** A strategic-merge patch for kustomize. */
  KUSTOMIZE_PATCH("kustomize-patch"),

  /** A JSON 6902 patch for kustomize; needs the base. */
  KUSTOMIZE_JSON6902("kustomize-json6902"),

  /** A kustomize component. */
  KUSTOMIZE_COMPONENT("kustomize-component"),

  /** Parts of a Helm chart whose values hold probes as Kubernetes has them. */
  HELM("helm"),

  /** Parts of a Helm chart whose values hold a switch and numbers for each probe. */
  HELM_ENABLED("helm-enabled"),

  /** Whole manifests; needs the images. */
  STARTER("starter"),

  /** A document with nothing but what the probes own, for server-side apply. */
  SERVER_SIDE_APPLY("server-side-apply"),

  /** Health checks for docker compose. */
  COMPOSE("compose");

  private static final String PATCH_NEEDS =
      "it needs the names of container and workload, and a built-in kind."
          + " Give them with @Container(name = …, workload = @Workload(kind = …, name = …)).";

  private final String word;

  Shape(String word) {
    this.word = word;
  }

  /**
   * {@return the shape of that name}
   *
   * @param word such as {@code kustomize-patch}
   * @throws IllegalArgumentException if there is none; the message says which there are
   */
  public static Shape named(String word) {
    return Arrays.stream(values())
        .filter(shape -> shape.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(word)));
  }

  private static String unknown(String word) {
    List<String> words = Arrays.stream(values()).map(Shape::word).toList();
    return InputRules.CHOICE_UNKNOWN
        .finding(
            FieldPath.ROOT,
            "there is no shape %s; available: %s."
                .formatted(FindingWords.quote(word), String.join(", ", words)),
            SimilarName.to(word, words)
                .map(similar -> "Did you mean \"" + similar + "\"?")
                .orElse("Name one of them."))
        .text();
  }

  /** {@return what users call it, such as {@code kustomize-patch}} */
  public String word() {
    return word;
  }

  /**
   * {@return the probes in this shape}
   *
   * @param sets the probes of one or more containers
   * @param options what the probes do not say
   * @throws IllegalArgumentException if something is missing that this shape cannot do without; the
   *     message says what
   */
  public ShapeRendering render(List<ProbeSet> sets, ShapeOptions options) {
    return switch (this) {
      case BLOCKS -> GeneratedHeader.each("", sets, Shape::block);
      case KUSTOMIZE_PATCH -> GeneratedHeader.each("kustomize/", sets, StrategicMergePatch::of);
      case KUSTOMIZE_JSON6902 -> JsonPatch.of(sets, options);
      case KUSTOMIZE_COMPONENT -> KustomizeComponent.of(sets);
      case HELM -> HelmChart.of(new HelmPlain(), "helm/", sets, options);
      case HELM_ENABLED -> HelmChart.of(new HelmEnabled(), "helm-enabled/", sets, options);
      case STARTER -> StarterManifests.of(sets, options);
      case SERVER_SIDE_APPLY -> ServerSideApply.of(sets);
      case COMPOSE -> ComposeFile.of(sets, options);
    };
  }

  /**
   * {@return the probes in some shapes, one after the other}
   *
   * @param shapes the shapes; one that is named twice counts once
   * @param sets the probes of one or more containers
   * @param options what the probes do not say
   * @throws IllegalArgumentException see {@link #render}
   */
  public static ShapeRendering render(
      List<Shape> shapes, List<ProbeSet> sets, ShapeOptions options) {
    ShapeRendering all = ShapeRendering.EMPTY;
    for (Shape shape : shapes.stream().distinct().toList()) {
      all = all.and(shape.render(sets, options));
    }
    return all;
  }

  /**
   * {@return the probe blocks, and kustomize patches of those sets that say where they belong; the
   * others are noted}
   *
   * @param sets the probes of one or more containers
   */
  public static ShapeRendering renderDefaults(List<ProbeSet> sets) {
    List<ProbeSet> patched = sets.stream().filter(StrategicMergePatch::suits).toList();
    List<String> notes =
        sets.stream()
            .filter(probes -> !patched.contains(probes))
            .map(
                probes ->
                    "No kustomize patch "
                        + GeneratedHeader.fileName(probes, sets)
                        + ": "
                        + PATCH_NEEDS)
            .toList();
    return BLOCKS
        .render(sets, ShapeOptions.NONE)
        .and(KUSTOMIZE_PATCH.render(patched, ShapeOptions.NONE))
        .noting(notes);
  }

  private static String block(ProbeSet probes) {
    return Yaml.write(List.of(GeneratedHeader.COMMENT), probes.toFields());
  }
}
