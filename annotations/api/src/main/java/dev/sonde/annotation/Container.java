package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which container the probes of this compilation describe, and where its health endpoints are
 * served.
 *
 * <p>Optional: without it, the probes belong to the only container of whatever workload they are
 * merged into. Where several containers are compiled together, each has one of these; a check
 * belongs to the container that it names, else to the one annotated on its class, on an enclosing
 * class, or in its package or the nearest package above.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Container {

  /**
   * The port where {@link #port} says nothing: 8274. It is no usual default of frameworks, servers
   * and agents that run in the same process, pod or test (8080, 8081, 8083, 8086, 8558, 8761, 9000,
   * 9090, 9464, ...), and it lies below 30000, where neither node ports nor ephemeral ports are.
   */
  int DEFAULT_PORT = 8274;

  /** The container's name in the manifest; unset, the only container. */
  String name() default "";

  /** The workload that runs the container. */
  Workload workload() default @Workload;

  /** The port that serves the health endpoints, 1 to 65535; by default {@value #DEFAULT_PORT}. */
  int port() default DEFAULT_PORT;

  /** The name under which the container declares that port; unset, probes use the number. */
  String portName() default "";

  /**
   * Whether the health endpoints are served with TLS: probes ask them by HTTPS, and the generated
   * class is started with a certificate.
   */
  boolean tls() default false;

  /** How the application stops; unset, the manifest decides what it has time for. */
  Shutdown shutdown() default @Shutdown;

  /**
   * The signal that stops the container, such as {@code SIGINT}; unset, the image's own, else
   * SIGTERM. The JVM runs its shutdown hooks, and {@link #shutdown} begins, at SIGTERM, SIGINT and
   * SIGHUP. Kubernetes knows the field from 1.33 on, where it must be switched on; the pod needs
   * {@code spec.os.name}.
   */
  String stopSignal() default "";

  /**
   * The container's own restart policy, whatever the pod's is: {@code Always}, {@code OnFailure} or
   * {@code Never}; unset, the pod's. Kubernetes has it from 1.35 on; 1.34 drops it, older releases
   * refuse it.
   */
  String restartPolicy() default "";

  /**
   * For which exit codes the container is restarted anyway, at most 20; the first that holds
   * decides. They need a {@link #restartPolicy}, and the kill by a probe does not ask them.
   */
  RestartRule[] restartPolicyRules() default {};

  /**
   * Whether endpoints are generated for the probes that ask the health port. Without them somebody
   * else answers there, such as a framework, and each probe names its handler in full.
   */
  boolean endpoints() default true;

  /**
   * Classes of other modules or libraries that own checks: they are named, never searched for. The
   * checks that such a class inherits are meant too.
   */
  Class<?>[] include() default {};

  /**
   * Classes that own checks and may have several objects, or none. The generated class takes a map
   * of them by name; the checks of each are called after it, such as {@code store-open-primary}.
   * Spring and CDI give all beans of the class, by their names. What is named here is included,
   * too.
   */
  Class<?>[] several() default {};

  /**
   * Classes that own checks and may have no object, such as those of a feature that can be switched
   * off. The generated class takes an {@link java.util.Optional}; where it is empty, the checks are
   * not asked. What is named here is included, too.
   */
  Class<?>[] optional() default {};
}
