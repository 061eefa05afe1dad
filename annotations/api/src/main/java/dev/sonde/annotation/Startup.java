package dev.sonde.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a startup check, or sets the parameters of the startup probe.
 *
 * <p>Until this probe has succeeded once, the other two are not tried; when it fails, the container
 * is killed and restarted.
 *
 * <ul>
 *   <li>On a method: the method is one of the checks that the startup endpoint asks. It takes no
 *       parameter, is not private, and returns {@code boolean}, {@code void} (an exception is the
 *       failure), {@link dev.sonde.health.Health}, or a {@link
 *       java.util.concurrent.CompletionStage} of {@code Health} or {@code Boolean}.
 *   <li>On a class that implements {@link dev.sonde.health.HealthCheck}: its {@code check()} is one
 *       of the checks.
 *   <li>On any other class: no check, only the probe's parameters.
 * </ul>
 *
 * <p>A container has one startup probe, however many checks are behind it. Each parameter is set in
 * one place only; two places that disagree are a compile error. What is not set is left to
 * Kubernetes; the defaults shown here are Kubernetes' own.
 *
 * <p>Without a handler ({@link #httpGet}, {@link #heartbeat}, {@link #exec}, {@link #tcpSocket},
 * {@link #grpc}) the probe asks the generated endpoint, {@code /startedz} on the container's health
 * port.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Startup {

  /** The check's name in answers; unset, it is made of the class and the method. */
  String name() default "";

  /** The container that it belongs to; needed only where several are compiled together. */
  String container() default "";

  /** Seconds from the container's start to the first try; at least 0. */
  int initialDelaySeconds() default 0;

  /** Seconds that one try may take; at least 1, or 0 for Kubernetes' default. */
  int timeoutSeconds() default 1;

  /** Seconds between tries; at least 1, or 0 for Kubernetes' default. */
  int periodSeconds() default 10;

  /** Kubernetes accepts only 1 here, or 0 for its default. */
  int successThreshold() default 1;

  /** Failures in a row that count as failure; at least 1, or 0 for Kubernetes' default. */
  int failureThreshold() default 3;

  /**
   * The longest that the application takes to start, in seconds, at least 1. It sets {@link
   * #failureThreshold} so that the application is not restarted before; where that is set too, it
   * must be large enough.
   */
  int startsWithinSeconds() default 0;

  /**
   * Seconds the container has to stop after this probe failed; unset, the pod's own; at least 1.
   */
  long terminationGracePeriodSeconds() default 0;

  /**
   * Says that the probe asks no checks on purpose: it succeeds as long as the process answers. Not
   * together with checks; without them and without this, the compiler warns.
   */
  boolean withoutChecks() default false;

  /**
   * Changes how the generated endpoint is asked; with a port of its own, asks another endpoint
   * instead.
   */
  HttpGet httpGet() default @HttpGet;

  /** Reads a file that the application writes, instead of asking an endpoint. */
  Heartbeat heartbeat() default @Heartbeat(file = "");

  /** Runs a command in the container instead of asking an endpoint. */
  Exec exec() default @Exec({});

  /** Opens a TCP connection instead of asking an endpoint. */
  TcpSocket tcpSocket() default @TcpSocket;

  /** Calls the gRPC health service instead of asking an endpoint. */
  Grpc grpc() default @Grpc;
}
