package dev.sonde.manifests.document;

import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.TcpSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one probe in Kubernetes' own field names. */
final class ProbeBlockReader {

  private final Mistakes mistakes;

  ProbeBlockReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  Probe read(ProbeKind kind, MappingNode block) {
    Fields fields = new Fields(block, kind.fieldName(), mistakes);
    Probe.Builder probe = Probe.builder();
    fields.map("httpGet").map(this::httpGet).ifPresent(probe::handler);
    fields.map("tcpSocket").map(this::tcpSocket).ifPresent(probe::handler);
    fields.map("exec").map(this::exec).ifPresent(probe::handler);
    fields.map("grpc").map(this::grpc).ifPresent(probe::handler);
    fields.int32("initialDelaySeconds").ifPresent(probe::initialDelaySeconds);
    fields.int32("timeoutSeconds").ifPresent(probe::timeoutSeconds);
    fields.int32("periodSeconds").ifPresent(probe::periodSeconds);
    fields.int32("successThreshold").ifPresent(probe::successThreshold);
    fields.int32("failureThreshold").ifPresent(probe::failureThreshold);
    fields.integer("terminationGracePeriodSeconds").ifPresent(probe::terminationGracePeriodSeconds);
    fields.refuseOthers();
    return probe.build();
  }

  private HttpGet httpGet(MappingNode node) {
    Fields fields = new Fields(node, "httpGet", mistakes);
    HttpGet handler =
        new HttpGet(
            fields.text("path"),
            port(fields),
            fields.text("host"),
            fields.text("scheme"),
            headers(fields));
    fields.refuseOthers();
    return handler;
  }

  private List<HttpHeader> headers(Fields httpGet) {
    List<HttpHeader> headers = new ArrayList<>();
    for (Node item : httpGet.list("httpHeaders")) {
      if (item.resolved() instanceof MappingNode map) {
        Fields fields = new Fields(map, "httpHeaders", mistakes);
        headers.add(
            new HttpHeader(fields.text("name").orElse(""), fields.text("value").orElse("")));
        fields.refuseOthers();
      } else {
        mistakes.wrongType(item, "an element of httpHeaders", "a map with name and value");
      }
    }
    return headers;
  }

  private TcpSocket tcpSocket(MappingNode node) {
    Fields fields = new Fields(node, "tcpSocket", mistakes);
    TcpSocket handler = new TcpSocket(port(fields), fields.text("host"));
    fields.refuseOthers();
    return handler;
  }

  private Exec exec(MappingNode node) {
    Fields fields = new Fields(node, "exec", mistakes);
    List<String> command = new ArrayList<>();
    for (Node item : fields.list("command")) {
      if (item.resolved() instanceof ScalarNode word && word.type() == ScalarType.STRING) {
        command.add(word.text());
      } else {
        mistakes.wrongType(
            item, "an element of command", "text; put quotes around what is not read as text");
      }
    }
    fields.refuseOthers();
    return new Exec(command);
  }

  private Grpc grpc(MappingNode node) {
    Fields fields = new Fields(node, "grpc", mistakes);
    Grpc handler = new Grpc(fields.int32("port").orElse(0), fields.text("service"));
    fields.refuseOthers();
    return handler;
  }

  /** A number or, in quotes or not, a name; a missing one is for the rules to judge. */
  private Port port(Fields fields) {
    Optional<Node> node = fields.node("port");
    if (node.isPresent() && node.get() instanceof ScalarNode scalar) {
      if (scalar.type() == ScalarType.STRING) {
        return Port.named(scalar.text());
      }
    }
    return fields.int32("port").stream().mapToObj(Port::of).findFirst().orElse(Port.MISSING);
  }
}
