package dev.sonde.kubelet.internal.handler;

import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.TcpSocket;
import dev.sonde.release.KubernetesVersion;
import java.nio.file.Path;
import java.util.Map;

/**
 * Makes real attempts out of the handlers of a container's probes.
 *
 * @param pod where the container is reached
 * @param version the Kubernetes release that requests name as their sender
 * @param directory where commands are run
 * @param environment what commands see, on top of this process' own environment
 */
public record RealHandlers(
    PodAddress pod, KubernetesVersion version, Path directory, Map<String, String> environment)
    implements Handler.Cases<RealAttempt> {

  /** Copies the environment, so that the value stays what it was. */
  public RealHandlers {
    environment = Map.copyOf(environment);
  }

  /**
   * {@return what one attempt of a handler does}
   *
   * @param handler the handler
   */
  public RealAttempt attempt(Handler handler) {
    return handler.map(this);
  }

  @Override
  public RealAttempt exec(Exec exec) {
    return new ExecAttempt(exec, directory, environment);
  }

  @Override
  public RealAttempt httpGet(HttpGet http) {
    return new HttpAttempt(http, pod, version);
  }

  @Override
  public RealAttempt tcpSocket(TcpSocket tcp) {
    return new TcpAttempt(tcp, pod);
  }

  @Override
  public RealAttempt grpc(Grpc grpc) {
    return new GrpcAttempt(grpc, pod, version);
  }
}
