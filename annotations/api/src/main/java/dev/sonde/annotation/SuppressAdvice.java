package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes out one rule of advice, and says why.
 *
 * <p>On a method or class it holds for what is found there; on the class with {@link Container} for
 * everything that is found about that container. What the API server refuses cannot be taken out.
 */
@Documented
@Repeatable(SuppressAdvice.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SuppressAdvice {

  /** The rule's id, such as {@code liveness-tcp}. */
  String rule();

  /** Why the advice does not apply here; not blank. */
  String reason();

  /** Holds several of them; never written. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface All {

    /** Each of them. */
    SuppressAdvice[] value();
  }
}
