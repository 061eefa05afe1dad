package dev.sonde.dsl;

import dev.sonde.model.Exec;
import dev.sonde.model.FileHeartbeat;
import dev.sonde.model.Grpc;
import dev.sonde.model.Port;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.model.TcpSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where every probe begins. Meant to be imported statically.
 *
 * <pre>{@code
 * ProbeSet probes = ProbeSet.forContainer("orders")
 *     .startup(httpGet("/startedz").port("health").every(seconds(2)).startsWithin(minutes(2)))
 *     .liveness(httpGet("/livez").port("health").every(seconds(10)).failuresBeforeRestart(3))
 *     .readiness(tcpSocket(8080).initialDelay(seconds(5)).every(seconds(10)))
 *     .shutdown(stopsWithin(seconds(20)).afterPreStop(seconds(5)));
 * }</pre>
 *
 * <p>What these methods return are immutable values, safe for use by several threads. A value may
 * be the beginning of several probes: each method returns a new one.
 */
public final class Probes {

  private Probes() {}

  /**
   * Begins a probe that sends an HTTP GET to the container. A status from 200 to 399 is success.
   *
   * @param path the path and query, such as {@code /livez}
   * @return a probe that still needs its port
   */
  public static HttpGetWithoutPort httpGet(String path) {
    return new HttpGetWithoutPort(path);
  }

  /**
   * Begins a probe that opens a TCP connection to the container. An accepted one is success.
   *
   * @param port 1 to 65535
   * @return the probe
   */
  public static TcpSocketProbe tcpSocket(int port) {
    return new TcpSocketProbe(WrittenProbe.of(TcpSocket.of(Port.of(port))));
  }

  /**
   * Begins a probe that opens a TCP connection to the container. An accepted one is success.
   *
   * @param port the name of a port that the container declares
   * @return the probe
   */
  public static TcpSocketProbe tcpSocket(String port) {
    return new TcpSocketProbe(WrittenProbe.of(TcpSocket.of(Port.named(port))));
  }

  /**
   * Begins a probe that runs a program in the container, without a shell. Exit code 0 is success.
   *
   * @param program the program
   * @param arguments its arguments
   * @return the probe
   */
  public static ExecProbe exec(String program, String... arguments) {
    List<String> command = Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
    return new ExecProbe(WrittenProbe.of(new Exec(command)));
  }

  /**
   * Begins a probe that reads a heartbeat file, which the application writes as long as all is
   * well, in an image that has a shell.
   *
   * @param file the file's path in the container
   * @return the probe
   */
  public static ExecProbe heartbeat(String file) {
    return new ExecProbe(WrittenProbe.of(FileHeartbeat.shell(file)));
  }

  /**
   * Begins a probe that reads a heartbeat file in an image that has Java and no shell. Each try
   * starts a JVM: give it a long period.
   *
   * @param file the file's path in the container
   * @param classPath where Sonde's runtime is in the container, such as the application's jar
   * @return the probe
   */
  public static ExecProbe heartbeat(String file, String classPath) {
    return new ExecProbe(WrittenProbe.of(FileHeartbeat.java(file, classPath)));
  }

  /**
   * Begins a probe that calls the container's gRPC health service. Only {@code SERVING} is success.
   *
   * @param port 1 to 65535; Kubernetes takes no name here
   * @return the probe
   */
  public static GrpcProbe grpc(int port) {
    return new GrpcProbe(WrittenProbe.of(Grpc.of(port)));
  }

  /**
   * Says how long the application takes to stop at most, once it has served all.
   *
   * @param time at least 1 s, whole seconds
   * @return how it stops, without a hook and without draining so far
   * @throws IllegalArgumentException if it is under 1 s or has a fraction of a second
   */
  public static ShutdownStage stopsWithin(Duration time) {
    return new ShutdownStage(
        new ShutdownTiming(0, 0, SetterChecks.wholeSeconds("stopsWithin", time, 1)));
  }

  /**
   * {@return that many seconds}
   *
   * @param seconds the number
   */
  public static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  /**
   * {@return that many minutes}
   *
   * @param minutes the number
   */
  public static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
