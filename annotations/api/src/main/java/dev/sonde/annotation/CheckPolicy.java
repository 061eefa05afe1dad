package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how a check is asked and how its answers count, whatever probes ask it. On a class it holds
 * for all checks that the class owns and that have none of their own.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CheckPolicy {

  /** Whether a probe fails with it; otherwise answers only show the failure. */
  boolean required() default true;

  /**
   * Milliseconds that it may take, at least 1 and less than the {@code timeoutSeconds} of its
   * probes; unset, what they allow.
   */
  long deadlineMillis() default 0;

  /** Milliseconds that an answer is kept, at least 1; unset, every probe asks again. */
  long cachedForMillis() default 0;

  /**
   * Milliseconds between the times it is asked in the background, at least 1; unset, only probes
   * ask. Not together with {@link #cachedForMillis}.
   */
  long everyMillis() default 0;

  /** Failures in a row until it counts as down, at least 1; those before count as degraded. */
  int downAfter() default 1;
}
