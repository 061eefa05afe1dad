package dev.sonde.manifests.lint;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.measured.Measurement;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.EvidenceRules;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.RuleCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What measurements say against the numbers of manifests, and nothing else. */
public final class EvidenceLint {

  private EvidenceLint() {}

  /**
   * {@return what measurements say; nothing is read where there are none}
   *
   * @param manifests files and folders
   * @param folders the folders that their files lie in
   * @param base the folder from which findings name files
   * @param filter which files of folders count
   * @param releases the releases that the manifests are for
   */
  public static List<PlacedFinding> in(
      List<Path> manifests,
      Collection<Path> folders,
      Path base,
      FileFilter filter,
      List<KubernetesVersion> releases) {
    if (folders.stream().noneMatch(one -> Files.exists(one.resolve(Measurement.FILE_NAME)))) {
      return List.of();
    }
    LintRun run =
        ManifestLinter.with(LintSettings.DEFAULT.withReleases(releases)).startIn(base).only(filter);
    manifests.forEach(run::add);
    return run.report().findings().stream().filter(EvidenceLint::isAboutEvidence).toList();
  }

  private static boolean isAboutEvidence(PlacedFinding found) {
    return RuleCatalogue.find(found.finding().ruleId())
        .filter(
            rule ->
                EvidenceRules.ALL.contains(rule)
                    || (InputRules.ALL.contains(rule)
                        && found.file().endsWith(Measurement.FILE_NAME)))
        .isPresent();
  }
}
