package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.Node;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.TcpSocket;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one probe, as the API server decodes it. */
public final class ProbeReader {

  private ProbeReader() {}

  /**
   * {@return the probe that is written in an object}
   *
   * @param written a reader of it; what cannot be decoded in it counts as not written
   */
  public static Probe probe(JsonReader written) {
    Probe.Builder probe = Probe.builder();
    written.object("exec").map(ProbeReader::exec).ifPresent(probe::handler);
    written.object("httpGet").map(ProbeReader::httpGet).ifPresent(probe::handler);
    written.object("tcpSocket").map(ProbeReader::tcpSocket).ifPresent(probe::handler);
    written.object("grpc").map(ProbeReader::grpc).ifPresent(probe::handler);
    written.int32("initialDelaySeconds").ifPresent(probe::initialDelaySeconds);
    written.int32("timeoutSeconds").ifPresent(probe::timeoutSeconds);
    written.int32("periodSeconds").ifPresent(probe::periodSeconds);
    written.int32("successThreshold").ifPresent(probe::successThreshold);
    written.int32("failureThreshold").ifPresent(probe::failureThreshold);
    written.int64("terminationGracePeriodSeconds").ifPresent(probe::terminationGracePeriodSeconds);
    return probe.build();
  }

  static Exec exec(JsonReader exec) {
    return new Exec(exec.texts("command"));
  }

  static HttpGet httpGet(JsonReader httpGet) {
    return new HttpGet(
        httpGet.text("path"),
        port(httpGet),
        httpGet.text("host"),
        httpGet.text("scheme"),
        httpGet.list("httpHeaders", ProbeReader::header));
  }

  static TcpSocket tcpSocket(JsonReader tcpSocket) {
    return new TcpSocket(port(tcpSocket), tcpSocket.text("host"));
  }

  private static Grpc grpc(JsonReader grpc) {
    return new Grpc(grpc.int32("port").orElse(0), grpc.text("service"));
  }

  private static HttpHeader header(Node node) {
    JsonReader header = JsonReader.of(node);
    return new HttpHeader(header.text("name").orElse(""), header.text("value").orElse(""));
  }

  private static Port port(JsonReader handler) {
    Optional<String> name = handler.text("port");
    OptionalInt number = handler.int32("port");
    return name.isPresent() ? Port.named(name.get()) : Port.of(number.orElse(0));
  }
}
