package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A header of a probe's HTTP request.
 *
 * <p>Used as a value of {@link Startup}, {@link Liveness} and {@link Readiness}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface HttpHeader {

  /** The header's name: letters, digits and hyphens. */
  String name();

  /** The header's value; an empty one removes a header that the kubelet sends by default. */
  String value();
}
