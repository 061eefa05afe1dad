package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.KubernetesVersion;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.TcpSocket;
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
public record Handlers(
    PodAddress pod, KubernetesVersion version, Path directory, Map<String, String> environment)
    implements Handler.Cases<Attempt> {

  /** Copies the environment, so that the value stays what it was. */
  public Handlers {
    environment = Map.copyOf(environment);
  }

  /**
   * {@return what one attempt of a handler does}
   *
   * @param handler the handler
   */
  public Attempt attempt(Handler handler) {
    return handler.map(this);
  }

  @Override
  public Attempt exec(Exec exec) {
    return new ExecAttempt(exec, directory, environment);
  }

  @Override
  public Attempt httpGet(HttpGet http) {
    return new HttpAttempt(http, pod, version);
  }

  @Override
  public Attempt tcpSocket(TcpSocket tcp) {
    return new TcpAttempt(tcp, pod);
  }

  @Override
  public Attempt grpc(Grpc grpc) {
    return new GrpcAttempt(grpc, pod, version);
  }
}
