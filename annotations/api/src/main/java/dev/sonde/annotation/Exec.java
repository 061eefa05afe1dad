package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command as a probe, run in the container without a shell; exit code 0 is success.
 *
 * <p>Used as a value of {@link Startup}, {@link Liveness} and {@link Readiness}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Exec {

  /** The program and its arguments; at least one element. */
  String[] value();
}
