package dev.sonde.manifests.merge;

import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.merge.outcome.FieldDrift;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * What merging would do, and why it would not.
 *
 * @param files the files that change, in the order in which they were given; none if anything is
 *     refused
 * @param changes the fields in which code and manifests disagree, by container
 * @param inconsistencies what fits neither the code nor the rest of the manifests, and merging does
 *     not repair
 * @param refusals why nothing may be written
 * @param record what merges will have written
 * @param compared the containers that were compared with the code, each file's in its order
 */
public record MergePlan(
    List<FilePlan> files,
    List<FieldDrift> changes,
    List<PlacedFinding> inconsistencies,
    List<PlacedFinding> refusals,
    MergeRecord record,
    List<ComparedContainer> compared) {

  /** Copies the lists, so that the value stays what it was. */
  public MergePlan {
    files = List.copyOf(files);
    changes = List.copyOf(changes);
    inconsistencies = List.copyOf(inconsistencies);
    refusals = List.copyOf(refusals);
    compared = List.copyOf(compared);
  }

  /** The same, of which nothing is done if an error stands against it. */
  MergePlan unless(List<PlacedFinding> against, MergeRecord before) {
    if (against.stream().anyMatch(found -> found.finding().severity() == Severity.ERROR)) {
      return new MergePlan(List.of(), changes, inconsistencies, against, before, compared);
    }
    return and(against);
  }

  /** The same, with more that merging does not repair. */
  MergePlan and(List<PlacedFinding> more) {
    return new MergePlan(
        files,
        changes,
        Stream.concat(inconsistencies.stream(), more.stream()).toList(),
        refusals,
        record,
        compared);
  }

  /** {@return whether manifests say what the code says: nothing to edit, and nothing refused} */
  public boolean isClean() {
    return refusals.isEmpty() && changes.stream().noneMatch(FieldDrift::edited);
  }

  /**
   * {@return what merging cannot do anything about: why it is refused, else what it leaves wrong}
   */
  public List<PlacedFinding> remarks() {
    if (!refusals.isEmpty()) {
      return refusals;
    }
    return Stream.concat(
            changes.stream()
                .filter(change -> change.kind() == ChangeKind.STALE && !change.edited())
                .map(FieldDrift::finding),
            inconsistencies.stream())
        .toList();
  }

  /** {@return whether something is refused, or wrong in a way that merging cannot repair} */
  public boolean hasErrors() {
    return remarks().stream().anyMatch(found -> found.finding().severity() == Severity.ERROR);
  }

  /** {@return the unified diff of all files} */
  public String diff() {
    StringBuilder diff = new StringBuilder();
    files.forEach(file -> diff.append(file.diff()));
    return diff.toString();
  }

  /**
   * {@return one sentence that counts what changes}
   *
   * @param dryRun whether it is not going to be written
   */
  public String summary(boolean dryRun) {
    if (files.isEmpty()) {
      return hasErrors()
          ? "Merging cannot repair what is reported above."
          : "The manifests say what the code says already.";
    }
    long fields = changes.stream().filter(FieldDrift::edited).count();
    return "%s %s in %s."
        .formatted(
            dryRun ? "Would change" : "Changed",
            FindingWords.count(fields, "field"),
            FindingWords.count(files.size(), "file"));
  }
}
