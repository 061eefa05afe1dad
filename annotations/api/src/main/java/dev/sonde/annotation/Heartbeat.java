package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A file in place of an endpoint, for workers that serve nothing: while the checks of the probe
 * pass, the application writes it again and again, through the generated {@code heartbeats()}; the
 * probe runs a command that looks whether it is fresh. A process that hangs or is gone fails by
 * itself.
 *
 * <p>The file says itself until when it is fresh, which is three times the time between two writes;
 * so the command and the code that writes cannot disagree.
 *
 * <p>Used as a value of {@link Startup}, {@link Liveness} and {@link Readiness}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Heartbeat {

  /**
   * The file's path in the container, from the root. Its folder must be there and be writable, such
   * as {@code /tmp}; a file beside it, which ends in {@code .new}, is used too.
   */
  String file();

  /**
   * Seconds from one look at the checks to the next, at least 1; unset, a third of the probe's
   * period.
   */
  int everySeconds() default 0;

  /**
   * Where the application's classes, with Sonde's runtime among them, are in the container, such as
   * {@code /app/app.jar}: for an image that has Java and no shell. Each try of the probe starts a
   * small JVM then, so give it a long period. Unset, the image has {@code sh}, {@code cat} and
   * {@code date}; those of busybox will do.
   */
  String classPath() default "";
}
