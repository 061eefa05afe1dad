package dev.sonde.manifests.overlay;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What kustomize makes of the overlays of a run.
 *
 * @param manifests what was built, named by the overlay's folder
 * @param findings which overlays were not built, and why
 */
public record OverlayBuild(List<ManifestFile> manifests, List<PlacedFinding> findings) {

  /** Copies the lists, so that the value stays what it was. */
  public OverlayBuild {
    manifests = List.copyOf(manifests);
    findings = List.copyOf(findings);
  }

  /**
   * Builds overlays.
   *
   * @param overlays what to build
   * @param tool what builds; none if this machine has none
   * @param name what to call a file in messages
   * @return what came of it; what could not be built is a finding
   */
  public static OverlayBuild of(
      List<OverlayRoot> overlays, Optional<BuildTool> tool, Function<Path, String> name) {
    List<ManifestFile> manifests = new ArrayList<>();
    List<PlacedFinding> findings = new ArrayList<>();
    for (OverlayRoot overlay : overlays) {
      String file = name.apply(overlay.file());
      if (overlay.obstacle().isPresent()) {
        findings.add(unseen(file, "it " + overlay.obstacle().get()));
      } else if (tool.isEmpty()) {
        findings.add(unseen(file, "neither kustomize nor kubectl is on the PATH"));
      } else {
        build(overlay, tool.get(), file, manifests, findings);
      }
    }
    return new OverlayBuild(manifests, findings);
  }

  private static void build(
      OverlayRoot overlay,
      BuildTool tool,
      String file,
      List<ManifestFile> manifests,
      List<PlacedFinding> findings) {
    try {
      manifests.add(ManifestFile.of(file + " (built)", tool.build(overlay.folder())));
    } catch (IOException e) {
      findings.add(unseen(file, tool.name() + " says: " + e.getMessage()));
    }
  }

  private static PlacedFinding unseen(String file, String why) {
    return ManifestPlace.of(file)
        .finding(
            InputRules.OVERLAY_UNSEEN.finding(
                FieldPath.ROOT,
                "what kustomize builds from this was not looked at: " + why + ".",
                "Build it where that can be done, and hand the output to \"sonde check -\" or \"sonde"
                    + " lint -\"; or leave it out with --exclude."));
  }
}
