package dev.sonde.manifests.overlay;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The programs of this machine that build what is deployed.
 *
 * @param kustomize builds overlays: kustomize itself, else kubectl, if one is there
 * @param helm renders charts, if it is there
 * @param progress takes a line before each build, which may last seconds
 */
public record BuildTools(
    Optional<BuildTool> kustomize, Optional<BuildTool> helm, Consumer<String> progress) {

  /** None of them. */
  public static final BuildTools NONE =
      new BuildTools(Optional.empty(), Optional.empty(), line -> {});

  /** {@return those of this machine, by its environment} */
  public static BuildTools onPath() {
    return in(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /**
   * {@return those that are in some folders}
   *
   * @param searchPath folders with the path separator between them, as in the variable {@code PATH}
   */
  public static BuildTools in(String searchPath) {
    return new BuildTools(
        BuildTool.first(BuildKind.OVERLAY.programs(), searchPath),
        BuildTool.first(BuildKind.CHART.programs(), searchPath),
        line -> {});
  }

  /**
   * {@return the same, which announce what they build}
   *
   * @param announcement takes a line before each build
   */
  public BuildTools announcedTo(Consumer<String> announcement) {
    return new BuildTools(kustomize, helm, announcement);
  }

  void announce(BuildTool builder, String file) {
    progress.accept("Building " + file + " with " + builder.name() + " ...");
  }

  Optional<BuildTool> of(BuildKind kind) {
    return kind == BuildKind.CHART ? helm : kustomize;
  }
}
