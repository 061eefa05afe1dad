package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An HTTP GET as a probe; a status from 200 to 399 is success.
 *
 * <p>Used as a value of {@link Startup}, {@link Liveness} and {@link Readiness}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface HttpGet {

  /**
   * The path, with its query if there is one. Unset: where the generated endpoint answers, which is
   * {@code /startedz}, {@code /livez} or {@code /readyz}; on a port of your own, {@code /}.
   */
  String path() default "";

  /**
   * The port's number, 1 to 65535. Unset: {@link #portName}, else the container's health port, on
   * which the generated endpoint answers.
   */
  int port() default 0;

  /** The name of one of the container's ports, instead of {@link #port}. */
  String portName() default "";

  /** The host to dial; unset, the pod's address, which is nearly always right. */
  String host() default "";

  /** {@code HTTP} or {@code HTTPS}. For the generated endpoint {@link Container#tls} decides it. */
  String scheme() default "HTTP";

  /** Headers to send, in order; a name may come more than once. */
  HttpHeader[] httpHeaders() default {};

  /**
   * {@code HTTP1}, or {@link #HTTP2}, for a port of your own: the generated endpoint speaks
   * HTTP/1.1. Kubernetes knows it from 1.37 on, where it must be switched on.
   */
  String protocol() default "HTTP1";

  /** HTTP/2 without TLS and without upgrade (h2c), to the pod's own address. */
  String HTTP2 = "HTTP2";
}
