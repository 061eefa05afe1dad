package dev.sonde.runtime.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.runtime.fault.own.AskingHeartbeat;
import dev.sonde.runtime.fault.own.AskingProbes;
import dev.sonde.runtime.fault.own.AskingServer;
import dev.sonde.runtime.testing.CapturedLog;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Makes Sonde run out of memory at every single step that it passes while all is well, once and
 * always, and asks afterwards.
 */
@Timeout(600)
class EveryStepFailsTest {

  private static final String ENGINE = ".*";
  private static final String SERVER =
      "(Http|Connection|OpenConn|HeadBuf|Request|Transport|Health).*";
  private static final String HEARTBEAT =
      "(HeartbeatFile|TroubleLog|HealthEndpoints|ProbeRunner).*";

  /** What a caller does with an answer once he has it. */
  private static final String CALLERS_OWN = "HealthResponse.bodyText";

  /** A background check that has failed is asked again after its period, not by who asks next. */
  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);

  private static FaultyClasses classes;

  @RegisterExtension final CapturedLog log = new CapturedLog();

  @BeforeAll
  static void instrument() throws Exception {
    classes = FaultyClasses.read();
  }

  /** What is tried at a step; complains, or returns an empty text. */
  private interface Trial {
    String tryStep(FaultScenario scenario, FaultSwitch faults, int step) throws Exception;
  }

  @Test
  void probesAreAnsweredWhenAStepFailsOnce() throws Exception {
    assertThat(complaints(AskingProbes.class, ENGINE, 6, EveryStepFailsTest::failsOnce)).isEmpty();
  }

  @Test
  void probesAreAnsweredWhileAStepAlwaysFails() throws Exception {
    assertThat(complaints(AskingProbes.class, ENGINE, 6, EveryStepFailsTest::failsAlways))
        .isEmpty();
  }

  @Test
  void theServerAnswersWhenAStepHasFailedOnce() throws Exception {
    assertThat(complaints(AskingServer.class, SERVER, 6, EveryStepFailsTest::failsOnce)).isEmpty();
  }

  @Test
  void theServerAnswersAgainAfterAStepHasFailedAllTheTime() throws Exception {
    assertThat(complaints(AskingServer.class, SERVER, 6, EveryStepFailsTest::isForgiven)).isEmpty();
  }

  @Test
  void theHeartbeatGoesOnWhenAStepHasFailedOnce() throws Exception {
    assertThat(complaints(AskingHeartbeat.class, HEARTBEAT, 60, EveryStepFailsTest::failsOnce))
        .isEmpty();
  }

  @Test
  void theHeartbeatGoesOnAfterAStepHasFailedAllTheTime() throws Exception {
    assertThat(complaints(AskingHeartbeat.class, HEARTBEAT, 60, EveryStepFailsTest::isForgiven))
        .isEmpty();
  }

  private static String failsOnce(FaultScenario scenario, FaultSwitch faults, int step)
      throws Exception {
    faults.arm(step, false);
    return asksInTime(scenario, faults, 3);
  }

  private static String failsAlways(FaultScenario scenario, FaultSwitch faults, int step)
      throws Exception {
    faults.arm(step, true);
    return asksInTime(scenario, faults, 2);
  }

  private static String asksInTime(FaultScenario scenario, FaultSwitch faults, int times)
      throws Exception {
    for (int i = 0; i < times && (i == 0 || !faults.hasFired()); i++) {
      if (scenario.ask().equals(FaultScenario.MUTE)) {
        return "is not answered";
      }
    }
    return "";
  }

  /** Where the step is one without which nobody can be answered. */
  private static String isForgiven(FaultScenario scenario, FaultSwitch faults, int step)
      throws Exception {
    faults.arm(step, true);
    Thread asking = new Thread(() -> askInVain(scenario));
    asking.start();
    for (int i = 0; i < 100 && !faults.hasFired(); i++) {
      Thread.sleep(20);
    }
    Thread.sleep(100);
    faults.disarm();
    asking.join();
    return "";
  }

  private static void askInVain(FaultScenario scenario) {
    try {
      scenario.ask();
    } catch (Exception unanswered) {
      // That is what happens while it fails.
    }
  }

  /** {@return the number of the answer that was as ever again; 0 when none was} */
  private static int answersUntilWell(FaultScenario scenario, String well) throws Exception {
    long end = System.nanoTime() + LONGEST_RECOVERY.toNanos();
    for (int i = 1; System.nanoTime() - end < 0; i++) {
      if (scenario.ask().equals(well)) {
        return i;
      }
    }
    return 0;
  }

  /** Tries each step that the scenario passes, several at a time, each with classes of its own. */
  private static Collection<String> complaints(
      Class<? extends FaultScenario> type, String methods, int atOnce, Trial trial)
      throws Exception {
    Queue<Integer> steps = new ConcurrentLinkedQueue<>(stepsOf(type, methods));
    int count = steps.size();
    AtomicInteger atOnceWell = new AtomicInteger();
    Queue<String> complaints = new ConcurrentLinkedQueue<>();
    Callable<Void> worker =
        () -> {
          FaultSwitch faults = new FaultSwitch();
          FaultScenario scenario = classes.create(type, FaultScenario.class, faults);
          scenario.start();
          scenario.ask();
          String well = scenario.ask();
          for (Integer step = steps.poll(); step != null; step = steps.poll()) {
            String complaint = tryStep(scenario, faults, step, trial);
            int answers = answersUntilWell(scenario, well);
            if (answers == 1) {
              atOnceWell.incrementAndGet();
            }
            if (answers == 0 || !complaint.isEmpty()) {
              complaints.add(classes.name(step) + " " + complaint + ", well after " + answers);
            }
          }
          scenario.stop();
          return null;
        };
    runAll(worker, atOnce);
    System.out.printf(
        "%s: %d steps, %d times well with the next answer%n",
        type.getSimpleName(), count, atOnceWell.get());
    return complaints;
  }

  private static void runAll(Callable<Void> worker, int atOnce) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    for (Future<Void> each : workers.invokeAll(Collections.nCopies(atOnce, worker))) {
      each.get();
    }
    workers.shutdown();
  }

  private static String tryStep(FaultScenario scenario, FaultSwitch faults, int step, Trial trial) {
    try {
      return trial.tryStep(scenario, faults, step);
    } catch (Throwable failure) {
      return failure.toString();
    } finally {
      faults.disarm();
    }
  }

  /** {@return the steps that are passed after a first time, in which classes are loaded} */
  private static List<Integer> stepsOf(Class<? extends FaultScenario> type, String methods)
      throws Exception {
    FaultSwitch faults = new FaultSwitch();
    FaultScenario scenario = classes.create(type, FaultScenario.class, faults);
    scenario.start();
    scenario.ask();
    faults.noteSteps();
    for (int i = 0; i < 3; i++) {
      scenario.ask();
    }
    List<Integer> steps =
        faults.passedSteps().stream()
            .filter(step -> classes.name(step).matches(methods))
            .filter(step -> !classes.name(step).startsWith(CALLERS_OWN))
            .boxed()
            .toList();
    scenario.stop();
    assertThat(steps).hasSizeGreaterThan(40);
    return steps;
  }
}
