package dev.sonde.adopt;

import static dev.sonde.adopt.JavaText.literal;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.TcpSocket;
import dev.sonde.model.WorkloadRef;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Declares probes as annotations on a class that has nothing else. */
final class AnnotationsRenderer {

  private static final String REASON =
      "The manifest said so when it was adopted. Look whether it is meant.";

  private AnnotationsRenderer() {}

  static TypeSpec render(String name, ProbeSet probes, Set<String> suppressed) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addJavadoc("$L", Words.describe(probes.container()))
            .addAnnotation(container(probes));
    probes.probes().forEach((kind, probe) -> type.addAnnotation(probe(kind, probe)));
    for (String rule : suppressed) {
      type.addAnnotation(
          AnnotationSpec.builder(annotation("SuppressAdvice"))
              .addMember("rule", "$L", literal(rule))
              .addMember("reason", "$L", literal(REASON))
              .build());
    }
    return type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .build();
  }

  private static AnnotationSpec container(ProbeSet probes) {
    ContainerRef container = probes.container();
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(annotation("Container"));
    container.name().ifPresent(name -> annotation.addMember("name", "$L", literal(name)));
    if (!container.workload().equals(WorkloadRef.ANY)) {
      annotation.addMember("workload", "$L", workload(container.workload()));
    }
    if (probes.probes().values().stream().anyMatch(AnnotationsRenderer::asksByHttp)) {
      // Somebody else answers already, also on the port that generated endpoints would be served
      // on.
      annotation.addMember("endpoints", "$L", false);
    }
    return annotation.build();
  }

  private static boolean asksByHttp(Probe probe) {
    return probe.handlers().stream().anyMatch(HttpGet.class::isInstance);
  }

  private static AnnotationSpec workload(WorkloadRef workload) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(annotation("Workload"));
    workload.kind().ifPresent(kind -> annotation.addMember("kind", "$L", literal(kind)));
    workload.name().ifPresent(name -> annotation.addMember("name", "$L", literal(name)));
    return annotation.build();
  }

  private static AnnotationSpec probe(ProbeKind kind, Probe probe) {
    AnnotationSpec.Builder annotation =
        AnnotationSpec.builder(
            annotation(
                switch (kind) {
                  case STARTUP -> "Startup";
                  case LIVENESS -> "Liveness";
                  case READINESS -> "Readiness";
                }));
    for (Handler handler : probe.handlers()) {
      annotation.addMember(handler.fieldName(), "$L", handler(handler));
    }
    for (Numbers.Field field : Numbers.of(probe)) {
      annotation.addMember(field.name(), "$L", field.literal());
    }
    return annotation.build();
  }

  private static AnnotationSpec handler(Handler handler) {
    if (handler instanceof Exec exec) {
      return exec(exec);
    } else if (handler instanceof HttpGet httpGet) {
      return httpGet(httpGet);
    } else if (handler instanceof TcpSocket tcpSocket) {
      AnnotationSpec.Builder annotation = AnnotationSpec.builder(annotation("TcpSocket"));
      port(annotation, tcpSocket.port());
      tcpSocket.host().ifPresent(host -> annotation.addMember("host", "$L", literal(host)));
      return annotation.build();
    }
    return grpc((Grpc) handler);
  }

  private static AnnotationSpec exec(Exec exec) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(annotation("Exec"));
    exec.command().forEach(word -> annotation.addMember("value", "$L", literal(word)));
    return annotation.build();
  }

  private static AnnotationSpec httpGet(HttpGet httpGet) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(annotation("HttpGet"));
    httpGet.path().ifPresent(path -> annotation.addMember("path", "$L", literal(path)));
    port(annotation, httpGet.port());
    httpGet.host().ifPresent(host -> annotation.addMember("host", "$L", literal(host)));
    httpGet.scheme().ifPresent(scheme -> annotation.addMember("scheme", "$L", literal(scheme)));
    httpGet.httpHeaders().forEach(h -> annotation.addMember("httpHeaders", "$L", header(h)));
    return annotation.build();
  }

  private static AnnotationSpec header(HttpHeader header) {
    return AnnotationSpec.builder(annotation("HttpHeader"))
        .addMember("name", "$L", literal(header.name()))
        .addMember("value", "$L", literal(header.value()))
        .build();
  }

  private static AnnotationSpec grpc(Grpc grpc) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(annotation("Grpc"));
    annotation.addMember("port", "$L", grpc.port());
    grpc.service().ifPresent(service -> annotation.addMember("service", "$L", literal(service)));
    return annotation.build();
  }

  private static void port(AnnotationSpec.Builder annotation, Port port) {
    if (port instanceof Port.Named named) {
      annotation.addMember("portName", "$L", literal(named.name()));
    } else {
      annotation.addMember("port", "$L", ((Port.Numbered) port).number());
    }
  }

  private static ClassName annotation(String name) {
    return ClassName.get("dev.sonde.annotation", name);
  }
}
