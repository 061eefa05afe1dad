package dev.sonde.manifests.overlay;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What kustomize and Helm make of the overlays and charts of a run.
 *
 * @param manifests what was built, named by the overlay's or chart's file
 * @param findings which of them were not built, and why
 */
public record OverlayBuild(List<ManifestFile> manifests, List<PlacedFinding> findings) {

  /** Copies the lists, so that the value stays what it was. */
  public OverlayBuild {
    manifests = List.copyOf(manifests);
    findings = List.copyOf(findings);
  }

  /**
   * Builds overlays and renders charts.
   *
   * @param overlays what to build
   * @param tools what builds
   * @param name what to call a file in messages
   * @param needed whether it is an error, and not only something unseen, if a tool refuses to build
   * @return what came of it; what could not be built is a finding
   */
  public static OverlayBuild of(
      OverlayFolders overlays, BuildTools tools, Function<Path, String> name, boolean needed) {
    List<ManifestFile> manifests = new ArrayList<>();
    List<PlacedFinding> findings = new ArrayList<>();
    for (OverlayRoot overlay : overlays.roots()) {
      String file = name.apply(overlay.file());
      Optional<BuildTool> tool = tools.of(overlay.kind());
      Optional<Finding> unseen =
          overlay
              .obstacle()
              .map(why -> overlay.kind().unseen("it " + why))
              .or(() -> tool.isEmpty() ? absent(overlay, overlays) : Optional.empty())
              .or(
                  () ->
                      tool.flatMap(
                          builder -> {
                            tools.announce(builder, file);
                            return build(overlay, builder, file, manifests, needed);
                          }));
      unseen.map(ManifestPlace.of(file)::finding).ifPresent(findings::add);
    }
    return new OverlayBuild(manifests, findings);
  }

  /** A program that is not there is one matter, however many overlays it should have built. */
  private static Optional<Finding> absent(OverlayRoot overlay, OverlayFolders overlays) {
    List<OverlayRoot> alike =
        overlays.roots().stream()
            .filter(other -> other.kind() == overlay.kind() && other.obstacle().isEmpty())
            .toList();
    return alike.get(0).equals(overlay)
        ? Optional.of(overlay.kind().absent(alike.size() - 1))
        : Optional.empty();
  }

  /** {@return whether every chart could be rendered} */
  public boolean sawAllCharts() {
    return findings.stream()
        .map(found -> found.finding().rule())
        .noneMatch(
            rule -> rule.equals(InputRules.CHART_UNSEEN) || rule.equals(InputRules.CHART_REFUSED));
  }

  private static Optional<Finding> build(
      OverlayRoot overlay,
      BuildTool tool,
      String file,
      List<ManifestFile> manifests,
      boolean needed) {
    try {
      manifests.add(ManifestFile.of(file + " (built)", tool.build(overlay.folder())));
      return Optional.empty();
    } catch (IOException e) {
      String why = tool.name() + " says: " + e.getMessage();
      return Optional.of(needed ? overlay.kind().refused(why) : overlay.kind().unseen(why));
    }
  }
}
