package dev.sonde.kubelet.junit;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Hears what became of a suite's run. Safe for use by several threads. */
final class MutationListener implements TestExecutionListener {

  /**
   * A test that failed.
   *
   * @param name its name
   * @param message the first line of what it said
   */
  record Failed(String name, String message) {}

  private final Set<ProbeMutant> mutants = new LinkedHashSet<>();
  private Optional<Failed> failed = Optional.empty();
  private Optional<String> broken = Optional.empty();
  private int passed;

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
      passed += test.isTest() ? 1 : 0;
    } else if (result.getStatus() == TestExecutionResult.Status.FAILED && failed.isEmpty()) {
      String message = result.getThrowable().map(MutationListener::firstLine).orElse("");
      failed = Optional.of(new Failed(test.getDisplayName(), message));
    }
  }

  /** Messages of assertions often begin with an empty line. */
  private static String firstLine(Throwable failure) {
    return failure.toString().replaceFirst(":\\s*\\R\\s*", ": ").lines().findFirst().orElse("");
  }

  @Override
  public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    Map<String, String> values = entry.getKeyValuePairs();
    if (values.containsKey(MutationRun.BROKEN)) {
      broken = broken.or(() -> Optional.ofNullable(values.get(MutationRun.BROKEN)));
    } else if (values.containsKey(MutationRun.CONTAINER) && values.containsKey("place")) {
      mutants.add(ProbeMutant.of(values));
    }
  }

  synchronized Set<ProbeMutant> mutants() {
    return new LinkedHashSet<>(mutants);
  }

  synchronized Optional<Failed> failed() {
    return failed;
  }

  synchronized Optional<String> broken() {
    return broken;
  }

  synchronized int passed() {
    return passed;
  }
}
