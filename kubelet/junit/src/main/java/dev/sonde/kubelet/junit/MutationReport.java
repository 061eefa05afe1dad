package dev.sonde.kubelet.junit;

import java.util.List;
import java.util.Optional;

/**
 * Which changes of the probes a suite noticed; see {@link ProbeMutations}. The same suite and
 * probes give the same report.
 *
 * @param suite the class with the tests
 * @param tried what was tried, in the order of the probes and their fields
 * @param notTried what there was no time for
 */
public record MutationReport(String suite, List<Tried> tried, List<ProbeMutant> notTried) {

  /**
   * A change that was tried.
   *
   * @param mutant the change
   * @param noticedBy the first test that failed; none if all passed
   * @param broken why an application could not be started, so that nobody saw the change
   */
  public record Tried(ProbeMutant mutant, Optional<String> noticedBy, Optional<String> broken) {

    /** {@return whether all tests passed in spite of it} */
    public boolean survived() {
      return noticedBy.isEmpty() && broken.isEmpty();
    }

    /** {@return whether a test failed because of it} */
    public boolean noticed() {
      return noticedBy.isPresent() && broken.isEmpty();
    }

    String text() {
      return mutant.text()
          + broken
              .map(why -> ": could not be tried: " + why)
              .orElseGet(
                  () -> noticedBy.map(by -> ": noticed by " + by).orElse(": nobody noticed"));
    }
  }

  /** Copies the lists, so that the value stays what it was. */
  public MutationReport {
    tried = List.copyOf(tried);
    notTried = List.copyOf(notTried);
  }

  /** {@return the changes that nobody noticed} */
  public List<ProbeMutant> survivors() {
    return tried.stream().filter(Tried::survived).map(Tried::mutant).toList();
  }

  /** {@return all of it as lines} */
  public String text() {
    long noticed = tried.stream().filter(Tried::noticed).count();
    StringBuilder text = new StringBuilder();
    text.append(
        "%s noticed %d of %d changes of the probes.\n".formatted(suite, noticed, tried.size()));
    append(
        text,
        "Nobody noticed:",
        tried.stream().filter(Tried::survived).map(one -> one.mutant().text()).toList());
    append(
        text,
        "Could not be tried:",
        tried.stream().filter(one -> one.broken().isPresent()).map(Tried::text).toList());
    append(text, "There was no time for:", notTried.stream().map(ProbeMutant::text).toList());
    append(text, "Noticed:", tried.stream().filter(Tried::noticed).map(Tried::text).toList());
    return text.toString();
  }

  private static void append(StringBuilder text, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append(heading).append('\n');
      lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }

  /**
   * Expects that every change was noticed, and that every one was tried.
   *
   * @throws AssertionError if not; it names them
   */
  public void demandAllNoticed() {
    if (!notTried.isEmpty() || !tried.stream().allMatch(Tried::noticed)) {
      throw new KubeletAssertionError(text());
    }
  }
}
