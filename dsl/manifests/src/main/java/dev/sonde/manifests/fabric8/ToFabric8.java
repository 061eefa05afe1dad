package dev.sonde.manifests.fabric8;

import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HookHandler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.Sleep;
import dev.sonde.model.TcpSocket;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.GRPCActionBuilder;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPGetActionBuilder;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.LifecycleHandlerBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.SleepAction;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import org.jspecify.annotations.Nullable;

/** Writes the model's values as fabric8 objects. */
final class ToFabric8 {

  private ToFabric8() {}

  static io.fabric8.kubernetes.api.model.Probe probe(Probe probe) {
    ProbeBuilder builder = new ProbeBuilder();
    probe.handlers().forEach(handler -> setHandler(builder, handler));
    probe.initialDelaySeconds().ifPresent(builder::withInitialDelaySeconds);
    probe.timeoutSeconds().ifPresent(builder::withTimeoutSeconds);
    probe.periodSeconds().ifPresent(builder::withPeriodSeconds);
    probe.successThreshold().ifPresent(builder::withSuccessThreshold);
    probe.failureThreshold().ifPresent(builder::withFailureThreshold);
    probe.terminationGracePeriodSeconds().ifPresent(builder::withTerminationGracePeriodSeconds);
    return builder.build();
  }

  static LifecycleHandler hook(LifecycleHook hook) {
    LifecycleHandlerBuilder builder = new LifecycleHandlerBuilder();
    for (HookHandler handler : hook.handlers()) {
      if (handler instanceof Exec exec) {
        builder.withExec(new ExecAction(exec.command()));
      } else if (handler instanceof HttpGet httpGet) {
        builder.withHttpGet(httpGet(httpGet));
      } else if (handler instanceof TcpSocket tcpSocket) {
        builder.withTcpSocket(tcpSocket(tcpSocket));
      } else if (handler instanceof Sleep sleep) {
        builder.withSleep(new SleepAction(sleep.seconds()));
      }
    }
    return builder.build();
  }

  static ContainerPort port(dev.sonde.model.ContainerPort port) {
    ContainerPortBuilder builder =
        new ContainerPortBuilder().withContainerPort(port.containerPort());
    port.name().ifPresent(builder::withName);
    return builder.build();
  }

  private static void setHandler(ProbeBuilder builder, Handler handler) {
    if (handler instanceof Exec exec) {
      builder.withExec(new ExecAction(exec.command()));
    } else if (handler instanceof HttpGet httpGet) {
      builder.withHttpGet(httpGet(httpGet));
    } else if (handler instanceof TcpSocket tcpSocket) {
      builder.withTcpSocket(tcpSocket(tcpSocket));
    } else if (handler instanceof Grpc grpc) {
      GRPCActionBuilder action = new GRPCActionBuilder().withPort(grpc.port());
      grpc.service().ifPresent(action::withService);
      builder.withGrpc(action.build());
    }
  }

  private static TCPSocketAction tcpSocket(TcpSocket tcpSocket) {
    return new TCPSocketAction(tcpSocket.host().orElse(null), portOf(tcpSocket.port()));
  }

  private static HTTPGetAction httpGet(HttpGet httpGet) {
    HTTPGetActionBuilder action = new HTTPGetActionBuilder().withPort(portOf(httpGet.port()));
    httpGet.path().ifPresent(action::withPath);
    httpGet.host().ifPresent(action::withHost);
    httpGet.scheme().ifPresent(action::withScheme);
    httpGet
        .httpHeaders()
        .forEach(header -> action.addToHttpHeaders(new HTTPHeader(header.name(), header.value())));
    return action.build();
  }

  private static @Nullable IntOrString portOf(Port port) {
    if (port.equals(Port.MISSING)) {
      return null;
    }
    return port instanceof Port.Named named
        ? new IntOrString(named.name())
        : new IntOrString(((Port.Numbered) port).number());
  }
}
