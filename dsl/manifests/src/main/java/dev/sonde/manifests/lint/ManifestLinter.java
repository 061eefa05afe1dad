package dev.sonde.manifests.lint;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.decode.StrictDecoder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Judges manifests of workloads: what the API server would report, given each document as it is
 * written under strict field validation, and advice on what it accepts.
 *
 * <p>Documents of other kinds are passed over; Services among them tell which pods get traffic. Bad
 * input never throws: it is a finding, and the other documents are judged.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ManifestLinter {

  private final StrictDecoder decoder = StrictDecoder.create();
  private final LintSettings settings;

  private ManifestLinter(LintSettings settings) {
    this.settings = settings;
  }

  /** {@return a linter that gives all advice} */
  public static ManifestLinter create() {
    return with(LintSettings.DEFAULT);
  }

  /**
   * {@return a linter that gives the advice that is wanted}
   *
   * @param settings which rules, and how bad each is
   */
  public static ManifestLinter with(LintSettings settings) {
    return new ManifestLinter(settings);
  }

  /**
   * {@return what is found in one text}
   *
   * @param name what to call it in the findings
   * @param manifests YAML or JSON, of one or more documents
   */
  public LintReport lint(String name, String manifests) {
    return start().add(ManifestText.of(name, manifests)).report();
  }

  /**
   * {@return an empty set of files that are deployed together, to be judged one by one} Reports
   * name each file as it was given.
   */
  public LintRun start() {
    return new LintRun(decoder, settings, Optional.empty());
  }

  /**
   * {@return an empty set of files that are deployed together, to be judged one by one}
   *
   * @param base the folder from which reports name the files in it
   */
  public LintRun startIn(Path base) {
    return new LintRun(decoder, settings, Optional.of(base));
  }
}
