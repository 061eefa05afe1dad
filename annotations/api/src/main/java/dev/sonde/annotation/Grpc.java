package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call of {@code grpc.health.v1.Health/Check} as a probe; only {@code SERVING} is success.
 *
 * <p>Used as a value of {@link Startup}, {@link Liveness} and {@link Readiness}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Grpc {

  /** The port's number, 1 to 65535; Kubernetes takes no name here. */
  int port() default 0;

  /** The service to ask for; the empty name is the whole server. */
  String service() default "";

  /**
   * {@code Plaintext} or {@link #TLS}. Kubernetes knows it from 1.37 on, where it must be switched
   * on.
   */
  String mode() default "Plaintext";

  /** Over TLS; the kubelet does not check the certificate. */
  String TLS = "TLS";
}
