package dev.sonde.kubelet.junit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs tests inside a test. */
final class Tests {

  private Tests() {}

  static Events run(Class<?>... classes) {
    return kit(classes).execute().allEvents();
  }

  static Events runInParallel(Class<?>... classes) {
    return kit(classes)
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter(
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
        .execute()
        .allEvents();
  }

  private static EngineTestKit.Builder kit(Class<?>... classes) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(
            Stream.of(classes)
                .map(DiscoverySelectors::selectClass)
                .toArray(org.junit.platform.engine.discovery.ClassSelector[]::new));
  }

  /** Demands that all tests of a class pass, and that there are so many. */
  static void pass(int number, Class<?> tests) {
    Events events = run(tests);
    for (Event event : events.failed().list()) {
      throw new AssertionError(event.getTestDescriptor().getDisplayName(), failure(event));
    }
    long passed = events.succeeded().filter(event -> event.getTestDescriptor().isTest()).count();
    if (passed != number) {
      throw new AssertionError(passed + " tests passed, not " + number);
    }
  }

  /** The failures of a class whose tests all fail. */
  static List<Throwable> failures(Class<?> tests) {
    return run(tests).failed().stream().map(Tests::failure).toList();
  }

  /** The failure of a class with one test. */
  static Throwable failure(Class<?> test) {
    List<Throwable> failures = failures(test);
    if (failures.size() != 1) {
      throw new AssertionError(failures.size() + " failures of " + test);
    }
    return failures.get(0);
  }

  private static Throwable failure(Event event) {
    return event
        .getPayload(org.junit.platform.engine.TestExecutionResult.class)
        .flatMap(org.junit.platform.engine.TestExecutionResult::getThrowable)
        .orElseThrow();
  }

  /** A message whose times are all the same, as far as they were measured. */
  static String timeless(Throwable failure) {
    return String.valueOf(failure.getMessage())
        .replaceAll("t=\\d+\\.\\d+s", "t=#s")
        .replaceAll(" as \\d+", " as #");
  }
}
