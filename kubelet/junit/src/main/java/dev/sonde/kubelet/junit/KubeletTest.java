package dev.sonde.kubelet.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the application beside each test of a class, as the kubelet would: starts it, probes it on
 * the probes' own schedule, kills and restarts it. The test takes a {@link Kubelet} as a parameter
 * and says what it expects.
 *
 * <pre>{@code
 * @KubeletTest(application = OrdersApplication.class, timeFactor = 4)
 * class OrdersKubeletTest {
 *   @Test
 *   void isRestartedWhenItsWorkerDeadlocks(Kubelet kubelet) {
 *     kubelet.awaitReady();
 *     deadlockTheWorker();
 *     kubelet.restartsWithin(Duration.ofSeconds(40));
 *   }
 * }
 * }</pre>
 *
 * <p>Each test gets an application of its own, which is gone when the test is over. On a method the
 * annotation replaces that of the class. Where an application is no class with a {@code main}
 * method, or has to run inside this JVM, {@link KubeletExtension#builder()} says the same in code.
 *
 * <p>Tests that need the same port wait for each other, also where tests run in parallel.
 *
 * <h2>Compressed time</h2>
 *
 * With a {@link #timeFactor} of 10, ten of the manifest's seconds pass in one second of the clock
 * on the wall. Divided by it are: periods, initial delays, timeouts, grace periods, back-off,
 * {@code sleep} hooks and the endpoint's delay. Not divided are: thresholds, which are counts; and
 * whatever the application does by its own clock, such as its start. A timeout is never made
 * shorter than 500 ms, or than itself. All durations that a test gives, and all times in messages,
 * are in the manifest's seconds.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(KubeletExtension.class)
public @interface KubeletTest {

  /**
   * The class whose {@code main} method is the application. It is run in a JVM of its own with the
   * class path of the test. Without it, the application is expected to run already: it is probed,
   * and you only see when it would be killed.
   */
  Class<?> application() default void.class;

  /** What the {@code main} method is given. */
  String[] arguments() default {};

  /** Options of the application's JVM, such as {@code -Xmx64m} or {@code -Dname=value}. */
  String[] jvmArguments() default {};

  /** Variables as {@code NAME=value}, on top of the environment of the test. */
  String[] environment() default {};

  /**
   * The file with the probes, from the test's working directory: a manifest or a probe-set
   * document. By default what the annotation processor left in {@code META-INF/sonde} on the class
   * path.
   */
  String manifest() default "";

  /** Which workload of a manifest, as {@code Deployment/orders} or {@code orders}. */
  String workload() default "";

  /** Which container, by its name. By default the only one. */
  String container() default "";

  /**
   * What users ask for, such as {@code http://localhost:8080/orders}: {@link
   * Kubelet#noTrafficLostDuringShutdown()} sends its requests there.
   */
  String traffic() default "";

  /** How many of the manifest's seconds pass in one second of the clock on the wall; above 0. */
  double timeFactor() default 1;

  /** {@code Always}, {@code OnFailure} or {@code Never}; by default the manifest's. */
  String restartPolicy() default "";

  /** How long the application has to stop, in seconds; by default the manifest's. */
  long terminationGracePeriodSeconds() default -1;

  /**
   * How long it takes, in the manifest's seconds, until traffic follows a change of readiness or
   * the deletion of the pod.
   */
  double endpointDelaySeconds() default 1;

  /** The Kubernetes release to behave like, such as {@code 1.34}; by default the newest known. */
  String kubernetes() default "";
}
