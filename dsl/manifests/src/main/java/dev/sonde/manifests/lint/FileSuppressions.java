package dev.sonde.manifests.lint;

import dev.sonde.manifests.lint.PodJudge.Pointed;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The comments of a file that switch off advice: {@code # sonde:ignore rule-id reason}. One behind
 * a line, or on a line of its own above it, covers the field of that line and everything in it; one
 * above the first field of a document covers the document.
 */
final class FileSuppressions {

  private final SourceText source;
  private final List<SuppressionComment> comments;

  private FileSuppressions(SourceText source, List<SuppressionComment> comments) {
    this.source = source;
    this.comments = comments;
  }

  static FileSuppressions in(SourceText source) {
    return new FileSuppressions(source, SuppressionComment.in(source));
  }

  /** Those that are in a document, and not in a text that it holds. */
  OfDocument of(YamlDocument document) {
    List<Covered> covered = new ArrayList<>(0);
    List<Pointed> mistakes = new ArrayList<>(0);
    for (SuppressionComment comment : comments) {
      boolean inside = comment.offset() >= document.start() && comment.offset() < document.end();
      if (inside && !LineStarts.isInScalar(document.root(), comment.offset())) {
        Optional<LineStarts.Range> range = range(comment, document.root());
        Optional<Finding> mistake = comment.mistake(range.isPresent());
        mistake.ifPresent(finding -> mistakes.add(new Pointed(finding, comment.offset())));
        if (mistake.isEmpty()) {
          covered.add(new Covered(comment.ruleId(), range.orElseThrow()));
        }
      }
    }
    return new OfDocument(covered, mistakes);
  }

  private Optional<LineStarts.Range> range(SuppressionComment comment, YamlTreeNode root) {
    return LineStarts.startingAt(root, comment.target(source), comment.ownLine(), source);
  }

  /**
   * What a comment covers.
   *
   * @param ruleId the rule that it switches off
   * @param range where
   */
  record Covered(String ruleId, LineStarts.Range range) {}

  /**
   * The comments of one document.
   *
   * @param covered what they cover
   * @param mistakes what is wrong with them
   */
  record OfDocument(List<Covered> covered, List<Pointed> mistakes) {

    boolean covers(Finding finding, int offset) {
      return finding.kind() == FindingKind.LINT
          && covered.stream()
              .anyMatch(c -> c.ruleId().equals(finding.ruleId()) && c.range().contains(offset));
    }
  }
}
