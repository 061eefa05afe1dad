package dev.sonde.manifests.fabric8;

import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HookHandler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.Sleep;
import dev.sonde.model.TcpSocket;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.GRPCAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.SleepAction;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads fabric8 objects into the model's values; refuses to lose what has no place there. */
final class FromFabric8 {

  private FromFabric8() {}

  static Probe probe(io.fabric8.kubernetes.api.model.Probe probe) {
    refuseUnknown("probe", probe.getAdditionalProperties());
    Probe.Builder builder = Probe.builder();
    ifSet(probe.getExec(), exec -> builder.handler(exec(exec)));
    ifSet(probe.getHttpGet(), httpGet -> builder.handler(httpGet(httpGet)));
    ifSet(probe.getTcpSocket(), tcpSocket -> builder.handler(tcpSocket(tcpSocket)));
    ifSet(probe.getGrpc(), grpc -> builder.handler(grpc(grpc)));
    ifSet(probe.getInitialDelaySeconds(), builder::initialDelaySeconds);
    ifSet(probe.getTimeoutSeconds(), builder::timeoutSeconds);
    ifSet(probe.getPeriodSeconds(), builder::periodSeconds);
    ifSet(probe.getSuccessThreshold(), builder::successThreshold);
    ifSet(probe.getFailureThreshold(), builder::failureThreshold);
    ifSet(probe.getTerminationGracePeriodSeconds(), builder::terminationGracePeriodSeconds);
    return builder.build();
  }

  static LifecycleHook hook(LifecycleHandler hook) {
    refuseUnknown("preStop", hook.getAdditionalProperties());
    List<HookHandler> handlers = new ArrayList<>();
    ifSet(hook.getExec(), exec -> handlers.add(exec(exec)));
    ifSet(hook.getHttpGet(), httpGet -> handlers.add(httpGet(httpGet)));
    ifSet(hook.getTcpSocket(), tcpSocket -> handlers.add(tcpSocket(tcpSocket)));
    ifSet(hook.getSleep(), sleep -> handlers.add(sleep(sleep)));
    return new LifecycleHook(handlers);
  }

  private static Sleep sleep(SleepAction sleep) {
    refuseUnknown("sleep", sleep.getAdditionalProperties());
    Long seconds = sleep.getSeconds();
    return new Sleep(seconds == null ? 0 : seconds);
  }

  static dev.sonde.model.ContainerPort port(ContainerPort port) {
    return new dev.sonde.model.ContainerPort(
        Optional.ofNullable(port.getName()), orZero(port.getContainerPort()));
  }

  private static Exec exec(ExecAction exec) {
    refuseUnknown("exec", exec.getAdditionalProperties());
    return new Exec(exec.getCommand().stream().map(FromFabric8::orEmpty).toList());
  }

  private static HttpGet httpGet(HTTPGetAction httpGet) {
    refuseUnknown("httpGet", httpGet.getAdditionalProperties());
    refuseSet("httpGet.protocol", httpGet.getProtocol());
    return new HttpGet(
        Optional.ofNullable(httpGet.getPath()),
        portOf(httpGet.getPort()),
        Optional.ofNullable(httpGet.getHost()),
        Optional.ofNullable(httpGet.getScheme()),
        httpGet.getHttpHeaders().stream().map(FromFabric8::header).toList());
  }

  private static HttpHeader header(HTTPHeader header) {
    refuseUnknown("httpGet.httpHeaders", header.getAdditionalProperties());
    return new HttpHeader(orEmpty(header.getName()), orEmpty(header.getValue()));
  }

  private static TcpSocket tcpSocket(TCPSocketAction tcpSocket) {
    refuseUnknown("tcpSocket", tcpSocket.getAdditionalProperties());
    return new TcpSocket(portOf(tcpSocket.getPort()), Optional.ofNullable(tcpSocket.getHost()));
  }

  private static Handler grpc(GRPCAction grpc) {
    refuseUnknown("grpc", grpc.getAdditionalProperties());
    refuseSet("grpc.mode", grpc.getMode());
    return new Grpc(orZero(grpc.getPort()), Optional.ofNullable(grpc.getService()));
  }

  private static Port portOf(@Nullable IntOrString port) {
    if (port == null || port.getValue() == null) {
      return Port.MISSING;
    }
    Integer number = port.getIntVal();
    return number != null ? Port.of(number) : Port.named(orEmpty(port.getStrVal()));
  }

  private static <T> void ifSet(@Nullable T value, Consumer<T> action) {
    if (value != null) {
      action.accept(value);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static void refuseUnknown(String owner, @Nullable Map<String, Object> unknown) {
    if (unknown != null && !unknown.isEmpty()) {
      refuseSet(owner + "." + unknown.keySet().iterator().next(), unknown);
    }
  }

  private static void refuseSet(String field, @Nullable Object value) {
    if (value != null) {
      throw new IllegalArgumentException(
          field
              + " is not a field of the probes that Sonde knows and would be lost."
              + " Remove it before reading the probe.");
    }
  }
}
