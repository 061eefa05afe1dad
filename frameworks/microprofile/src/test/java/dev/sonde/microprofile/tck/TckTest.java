package dev.sonde.microprofile.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.tck.CDIProducedProceduresTest;
import org.eclipse.microprofile.health.tck.ConfigTest;
import org.eclipse.microprofile.health.tck.DelayedCheckTest;
import org.eclipse.microprofile.health.tck.DelegateHealthSuccessfulTest;
import org.eclipse.microprofile.health.tck.EnforceQualifierTest;
import org.eclipse.microprofile.health.tck.HealthCheckResponseAttributesTest;
import org.eclipse.microprofile.health.tck.HealthCheckResponseValidationTest;
import org.eclipse.microprofile.health.tck.JsonSchemaValidationTest;
import org.eclipse.microprofile.health.tck.MultipleLivenessFailedTest;
import org.eclipse.microprofile.health.tck.MultipleProceduresFailedTest;
import org.eclipse.microprofile.health.tck.MultipleReadinessFailedTest;
import org.eclipse.microprofile.health.tck.MultipleStartupFailedTest;
import org.eclipse.microprofile.health.tck.NoProcedureSuccessfulTest;
import org.eclipse.microprofile.health.tck.OnlySuccessfulProcedureTest;
import org.eclipse.microprofile.health.tck.SingleLivenessFailedTest;
import org.eclipse.microprofile.health.tck.SingleLivenessSuccessfulTest;
import org.eclipse.microprofile.health.tck.SingleReadinessFailedTest;
import org.eclipse.microprofile.health.tck.SingleReadinessSuccessfulTest;
import org.eclipse.microprofile.health.tck.SingleStartupFailedTest;
import org.eclipse.microprofile.health.tck.SingleStartupSuccessfulTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** The specification's own tests: all of them, and none left out. */
@Timeout(300)
class TckTest {

  private static final Class<?>[] ALL = {
    CDIProducedProceduresTest.class,
    ConfigTest.class,
    DelayedCheckTest.class,
    DelegateHealthSuccessfulTest.class,
    EnforceQualifierTest.class,
    HealthCheckResponseAttributesTest.class,
    HealthCheckResponseValidationTest.class,
    JsonSchemaValidationTest.class,
    MultipleLivenessFailedTest.class,
    MultipleProceduresFailedTest.class,
    MultipleReadinessFailedTest.class,
    MultipleStartupFailedTest.class,
    NoProcedureSuccessfulTest.class,
    OnlySuccessfulProcedureTest.class,
    SingleLivenessFailedTest.class,
    SingleLivenessSuccessfulTest.class,
    SingleReadinessFailedTest.class,
    SingleReadinessSuccessfulTest.class,
    SingleStartupFailedTest.class,
    SingleStartupSuccessfulTest.class
  };

  private static final int TESTS = 28;

  @Test
  void passesEachTestOfTheTck() {
    TestListenerAdapter results = new TestListenerAdapter();
    TestNG runner = new TestNG(false);
    runner.setUseDefaultListeners(false);
    runner.setVerbose(0);
    runner.setTestClasses(ALL);
    runner.addListener(results);
    runner.run();
    assertThat(problems(results)).isEmpty();
    assertThat(results.getPassedTests()).hasSize(TESTS);
  }

  private static List<String> problems(TestListenerAdapter results) {
    return Stream.of(
            results.getFailedTests(),
            results.getSkippedTests(),
            results.getConfigurationFailures(),
            results.getConfigurationSkips())
        .flatMap(List::stream)
        .map(TckTest::problem)
        .toList();
  }

  private static String problem(ITestResult result) {
    return result.getTestClass().getName() + "." + result.getName() + ": " + result.getThrowable();
  }
}
