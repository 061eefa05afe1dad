package dev.sonde.kubelet.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a suite of {@link KubeletTest}s again and again, each time with one change of the probes:
 * one is removed, asks what another asks, or has another number. A change that makes no test fail
 * is one that nobody would notice.
 *
 * <pre>{@code
 * @Test
 * void noticesEveryChangeOfTheLivenessProbe() {
 *   ProbeMutations.of(OrdersKubeletTest.class).only("livenessProbe").run().demandAllNoticed();
 * }
 * }</pre>
 *
 * <p>A run of the suite ends with its first failure. The suite must be in another class, and not
 * run at the same time. Values are immutable.
 */
public final class ProbeMutations {

  private static final Duration DEFAULT_TIME = Duration.ofMinutes(10);
  private static final int DEFAULT_NUMBER = 100;

  private final Class<?> suite;
  private final List<String> only;
  private final List<String> except;
  private final Duration time;
  private final int number;
  private final Consumer<String> progress;

  private ProbeMutations(
      Class<?> suite,
      List<String> only,
      List<String> except,
      Duration time,
      int number,
      Consumer<String> progress) {
    this.suite = suite;
    this.only = List.copyOf(only);
    this.except = List.copyOf(except);
    this.time = time;
    this.number = number;
    this.progress = progress;
  }

  /**
   * {@return all changes, for at most 10 minutes}
   *
   * @param suite the class with the tests
   */
  public static ProbeMutations of(Class<?> suite) {
    return new ProbeMutations(
        suite, List.of(), List.of(), DEFAULT_TIME, DEFAULT_NUMBER, System.out::println);
  }

  /**
   * {@return only these changes}
   *
   * @param names of probes, such as {@code livenessProbe}, or of single changes, such as {@code
   *     livenessProbe.failureThreshold} or {@code livenessProbe.removed}
   */
  public ProbeMutations only(String... names) {
    return new ProbeMutations(suite, List.of(names), except, time, number, progress);
  }

  /**
   * {@return all but these changes, which need not be noticed}
   *
   * @param names as for {@link #only}
   */
  public ProbeMutations except(String... names) {
    return new ProbeMutations(suite, only, List.of(names), time, number, progress);
  }

  /**
   * {@return the same in so much time at most: no further change is tried once it is over}
   *
   * @param limit above 0
   */
  public ProbeMutations within(Duration limit) {
    return new ProbeMutations(suite, only, except, limit, number, progress);
  }

  /**
   * {@return the first of these changes}
   *
   * @param limit how many; at least 1
   */
  public ProbeMutations atMost(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("atMost(" + limit + ") tries nothing. Give 1 or more.");
    }
    return new ProbeMutations(suite, only, except, time, limit, progress);
  }

  /**
   * {@return the same, telling somebody else how it goes; by default {@link System#out}}
   *
   * @param listener hears a line for each change
   */
  public ProbeMutations progress(Consumer<String> listener) {
    return new ProbeMutations(suite, only, except, time, number, listener);
  }

  /**
   * Runs the suite without any change, then with one change after the other.
   *
   * @return what was noticed and what was not
   * @throws AssertionError if the suite is not green without any change
   * @throws IllegalStateException if there is nothing to change, or this is called by the suite
   *     itself
   * @throws IllegalArgumentException if a name is of no change
   */
  public MutationReport run() {
    demandNotInside();
    long end = System.nanoTime() + time.toNanos();
    List<ProbeMutant> mutants = chosen(baseline());
    List<MutationReport.Tried> tried = new ArrayList<>();
    for (ProbeMutant mutant : mutants) {
      if (tried.size() >= number || System.nanoTime() - end >= 0) {
        break;
      }
      MutationReport.Tried result = attempt(mutant);
      tried.add(result);
      progress.accept("[" + tried.size() + "/" + mutants.size() + "] " + result.text());
    }
    return new MutationReport(
        suite.getSimpleName(), tried, mutants.subList(tried.size(), mutants.size()));
  }

  /** A suite that runs itself would never end. */
  private static void demandNotInside() {
    long running =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .filter(
                            frame ->
                                frame.getClassName().equals(ProbeMutations.class.getName())
                                    && frame.getMethodName().equals("run"))
                        .count());
    if (running > 1) {
      throw new IllegalStateException(
          "ProbeMutations is called by a test of the suite that it runs. Move that test into a"
              + " class of its own.");
    }
  }

  private Set<ProbeMutant> baseline() {
    MutationListener heard = execute(Map.of(MutationRun.LIST, "true"));
    if (heard.failed().isPresent()) {
      throw new AssertionError(
          "%s is not green without any change, so nobody can tell what it notices: %s failed with %s"
              .formatted(
                  suite.getSimpleName(),
                  heard.failed().get().name(),
                  heard.failed().get().message()));
    }
    if (heard.passed() == 0 || heard.mutants().isEmpty()) {
      throw new IllegalStateException(
          "%s ran %d tests, and none with a kubelet and probes. Annotate it with @KubeletTest, or register a KubeletExtension."
              .formatted(suite.getSimpleName(), heard.passed()));
    }
    return heard.mutants();
  }

  private List<ProbeMutant> chosen(Set<ProbeMutant> all) {
    only.forEach(name -> demandKnown(name, all));
    except.forEach(name -> demandKnown(name, all));
    List<ProbeMutant> chosen =
        all.stream()
            .filter(mutant -> only.isEmpty() || only.stream().anyMatch(mutant::isNamed))
            .filter(mutant -> except.stream().noneMatch(mutant::isNamed))
            .sorted(Comparator.comparing(ProbeMutant::container))
            .toList();
    if (chosen.isEmpty()) {
      throw new IllegalStateException("No change is left to try. Leave fewer out.");
    }
    return chosen;
  }

  private static void demandKnown(String name, Set<ProbeMutant> all) {
    if (all.stream().noneMatch(mutant -> mutant.isNamed(name))) {
      Set<String> names = new TreeSet<>();
      all.forEach(mutant -> names.add(mutant.name()));
      throw new IllegalArgumentException(
          "\""
              + name
              + "\" is no change that is made here. These are: "
              + String.join(", ", names)
              + ".");
    }
  }

  private MutationReport.Tried attempt(ProbeMutant mutant) {
    MutationListener heard = execute(Map.of(MutationRun.MUTANT, mutant.text()));
    return new MutationReport.Tried(
        mutant, heard.failed().map(MutationListener.Failed::name), heard.broken());
  }

  private MutationListener execute(Map<String, String> parameters) {
    MutationListener heard = new MutationListener();
    launcher().execute(request(parameters), heard);
    return heard;
  }

  private LauncherDiscoveryRequest request(Map<String, String> parameters) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectClass(suite))
        .filters(EngineFilter.includeEngines("junit-jupiter"))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .configurationParameters(parameters)
        .build();
  }

  /** What listens to the tests around it has nothing to do with these. */
  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build());
  }
}
