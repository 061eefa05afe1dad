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
    PodAddress pod, KubernetesVersion version, Path directory, Map<String, String> environment) {

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
    if (handler instanceof HttpGet http) {
      return new HttpAttempt(http, pod, version);
    } else if (handler instanceof TcpSocket tcp) {
      return new TcpAttempt(tcp, pod);
    } else if (handler instanceof Exec exec) {
      return new ExecAttempt(exec, directory, environment);
    } else {
      return new GrpcAttempt((Grpc) handler, pod, version);
    }
  }
}
