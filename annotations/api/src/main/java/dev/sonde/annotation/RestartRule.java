package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What follows when the container ends with some exit codes. Used as a value of {@link Container}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface RestartRule {

  /** The exit codes, 0 to 255, at most 255 of them. */
  int[] exitCodes();

  /** {@code In}, or {@link #NOT_IN}: the rule holds for every other exit code. */
  String operator() default "In";

  /** {@code Restart}, or {@link #RESTART_ALL_CONTAINERS}, which Kubernetes knows from 1.36 on. */
  String action() default "Restart";

  /** The rule holds for the exit codes that are not listed. */
  String NOT_IN = "NotIn";

  /** All containers of the pod are restarted in place. */
  String RESTART_ALL_CONTAINERS = "RestartAllContainers";
}
