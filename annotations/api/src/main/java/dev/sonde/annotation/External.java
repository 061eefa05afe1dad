package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a check depends on another system: a database, a broker, another service.
 *
 * <p>Behind a liveness probe such a check is a compile error ({@code liveness-external}): when that
 * system fails, every container that asks for it would be restarted, which cures nothing. On a
 * class it holds for all checks that the class owns.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface External {

  /** Why the check belongs behind a liveness probe all the same; unset, it does not. */
  String livenessReason() default "";
}
