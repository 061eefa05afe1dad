package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the Kubernetes workload that runs a container. Used as a value of {@link Container}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Workload {

  /** The kind, such as {@code Deployment}; unset, any kind. */
  String kind() default "";

  /** The workload's {@code metadata.name}; unset, any name. */
  String name() default "";
}
