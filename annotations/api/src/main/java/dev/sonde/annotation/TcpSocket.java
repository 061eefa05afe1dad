package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A TCP connection as a probe; an accepted connection is success.
 *
 * <p>Used as a value of {@link Startup}, {@link Liveness} and {@link Readiness}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface TcpSocket {

  /** The port's number, 1 to 65535. */
  int port() default 0;

  /** The name of one of the container's ports, instead of {@link #port}. */
  String portName() default "";

  /** The host to dial; unset, the pod's address, which is nearly always right. */
  String host() default "";
}
