package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how the application stops when its pod is deleted, in the order in which it happens:
 *
 * <ol>
 *   <li>The pod's endpoint begins to go from Services and load balancers. Meanwhile the container's
 *       {@code preStop} hook sleeps for {@link #preStopSeconds}, and all goes on as before.
 *   <li>The JVM gets SIGTERM: readiness is down at once, and the application goes on serving for
 *       {@link #drainSeconds}.
 *   <li>What was given to the generated {@code start(application)} is closed and finishes what it
 *       is serving. After {@link #stopSeconds} it is waited for no longer.
 * </ol>
 *
 * <p>In the manifest the container gets the hook, and the pod {@code terminationGracePeriodSeconds}
 * of the three together and 5 more, for the hook's start and the JVM's own end. Without a drain
 * that is Kubernetes' own 30 by default.
 *
 * <p>Used as a value of {@link Container}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Shutdown {

  /**
   * Seconds that the hook sleeps before SIGTERM, at least 0; 0 is no hook. Kubernetes knows such a
   * {@code sleep}, which needs no shell in the image, from 1.30 on.
   */
  int preStopSeconds() default 5;

  /**
   * Seconds that the application goes on serving after SIGTERM, at least 0. A restart by a probe is
   * no deletion: the endpoint stays ready until readiness has failed, so requests come for {@code
   * failureThreshold * periodSeconds} of the readiness probe and about 2 s more.
   *
   * <p>Unless it is written: that time if it is at most 10 s, else 0, since a drain is paid at
   * every deletion, too; javac then says which readiness would do. {@code -1} stands for this
   * default.
   */
  int drainSeconds() default -1;

  /** Seconds that the application may take to stop after that, at least 1. */
  int stopSeconds() default 20;
}
