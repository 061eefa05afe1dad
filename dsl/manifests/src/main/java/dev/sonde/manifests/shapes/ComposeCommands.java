package dev.sonde.manifests.shapes;

import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.TcpSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a health check runs inside the container, where the kubelet would ask from outside.
 *
 * @param classPath where Sonde's runtime lies in the image, if it should ask
 */
record ComposeCommands(Optional<String> classPath) {

  private static final String HERE = "127.0.0.1";
  private static final String PROBE_CLASS = "dev.sonde.probe.HealthProbe";

  /**
   * A command.
   *
   * @param words {@code CMD}, the program and its arguments
   * @param needs what the image must have for it, beside the application
   */
  record Command(List<String> words, Optional<String> needs) {

    static Command of(String needs, String... words) {
      return new Command(List.of(words), Optional.of(needs));
    }
  }

  /**
   * {@return the command that asks what a probe asks}
   *
   * @throws IllegalArgumentException if the probe has no handler, or asks a port whose number is
   *     not known
   */
  Command of(String service, ProbeKind kind, Probe probe) {
    Handler handler =
        probe
            .handler()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        kind.fieldName() + " of \"" + service + "\" has no handler."));
    return handler.map(
        new Handler.Cases<>() {
          @Override
          public Command exec(Exec exec) {
            return new Command(commandLine(exec), Optional.empty());
          }

          @Override
          public Command httpGet(HttpGet http) {
            return http(http, number(service, http.port()));
          }

          @Override
          public Command tcpSocket(TcpSocket tcp) {
            return tcp(tcp, number(service, tcp.port()));
          }

          @Override
          public Command grpc(Grpc grpc) {
            return call(grpc);
          }
        });
  }

  private static List<String> commandLine(Exec exec) {
    List<String> words = new ArrayList<>(List.of("CMD"));
    words.addAll(exec.command());
    return words;
  }

  private Command http(HttpGet http, int port) {
    String url =
        http.effectiveScheme().toLowerCase(Locale.ROOT)
            + "://"
            + bracketed(http.host().orElse(HERE))
            + ":"
            + port
            + (http.effectivePath().startsWith("/") ? "" : "/")
            + http.effectivePath();
    boolean plain = http.httpHeaders().isEmpty() && url.startsWith("http://") && !http.overHttp2();
    return classPath.isPresent() && plain ? java(classPath.get(), url) : curl(http, url);
  }

  private static Command java(String classPath, String url) {
    return Command.of(
        "The image must have java, and Sonde's runtime in " + classPath + ".",
        "CMD",
        "java",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx16m",
        "-cp",
        classPath,
        PROBE_CLASS,
        url);
  }

  /** Without {@code -L}: like for the kubelet, a redirection is success. */
  private static Command curl(HttpGet http, String url) {
    List<String> words = new ArrayList<>(List.of("CMD", "curl", "-fsS", "-o", "/dev/null"));
    if (url.startsWith("https://")) {
      words.add("-k");
    }
    if (http.overHttp2()) {
      words.add("--http2-prior-knowledge");
    }
    http.httpHeaders()
        .forEach(header -> words.addAll(List.of("-H", header(header.name(), header.value()))));
    words.add(url);
    return new Command(words, Optional.of("The image must have curl."));
  }

  /** For curl as for the kubelet, a header without a value is not sent, be it a usual one. */
  private static String header(String name, String value) {
    return value.isEmpty() ? name + ":" : name + ": " + value;
  }

  private static Command tcp(TcpSocket tcp, int port) {
    return Command.of(
        "The image must have bash.",
        "CMD",
        "bash",
        "-c",
        "exec 3<>/dev/tcp/" + tcp.host().orElse(HERE) + "/" + port);
  }

  private static Command call(Grpc grpc) {
    List<String> words =
        new ArrayList<>(List.of("CMD", "grpc_health_probe", "-addr=" + HERE + ":" + grpc.port()));
    grpc.service()
        .filter(service -> !service.isEmpty())
        .ifPresent(service -> words.add("-service=" + service));
    if (grpc.overTls()) {
      words.addAll(List.of("-tls", "-tls-no-verify"));
    }
    return new Command(words, Optional.of("The image must have grpc_health_probe."));
  }

  private static int number(String service, Port port) {
    return port.asNumber()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Port \""
                        + port
                        + "\" of \""
                        + service
                        + "\" has no number that the probes know. Declare it where they are"
                        + " declared."));
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
