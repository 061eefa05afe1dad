package dev.sonde.adopt;

import static java.util.stream.Collectors.joining;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import dev.sonde.compiled.JavaLiteral;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.RestartRule;
import dev.sonde.model.RestartRule.ExitCodes;
import dev.sonde.model.WorkloadRef;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Declares probes as annotations on a class that has nothing else. */
final class AnnotationsRenderer {

  private static final String REASON =
      "The manifest said so when it was adopted. Look whether it is meant.";

  /** What the text of a field is called in an annotation. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("command", "value", "port", "portName");

  private AnnotationsRenderer() {}

  static TypeSpec render(String name, ProbeSet probes, Set<String> suppressed) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addJavadoc("$L", GeneratedComments.describe(probes.container()))
            .addAnnotation(container(probes));
    probes.probes().forEach((kind, probe) -> type.addAnnotation(probe(kind, probe)));
    for (String rule : suppressed) {
      type.addAnnotation(
          AnnotationSpec.builder(annotation("SuppressAdvice"))
              .addMember("rule", "$L", JavaLiteral.of(rule))
              .addMember("reason", "$L", JavaLiteral.of(REASON))
              .build());
    }
    return type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .build();
  }

  private static AnnotationSpec container(ProbeSet probes) {
    ContainerRef container = probes.container();
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(annotation("Container"));
    container.name().ifPresent(name -> annotation.addMember("name", "$L", JavaLiteral.of(name)));
    if (!container.workload().equals(WorkloadRef.ANY)) {
      annotation.addMember("workload", "$L", workload(container.workload()));
    }
    probes
        .termination()
        .stopSignal()
        .ifPresent(signal -> annotation.addMember("stopSignal", "$L", JavaLiteral.of(signal)));
    probes
        .restart()
        .policy()
        .ifPresent(
            policy -> annotation.addMember(ContainerRestart.POLICY, "$L", JavaLiteral.of(policy)));
    probes
        .restart()
        .rules()
        .forEach(rule -> annotation.addMember(ContainerRestart.RULES, "$L", rule(rule)));
    if (probes.probes().values().stream().anyMatch(AnnotationsRenderer::asksByHttp)) {
      // Somebody else answers already, also on the port that generated endpoints would be served
      // on.
      annotation.addMember("endpoints", "$L", false);
    }
    return annotation.build();
  }

  private static AnnotationSpec rule(RestartRule rule) {
    ExitCodes codes = rule.exitCodes().orElseThrow();
    return AnnotationSpec.builder(annotation("RestartRule"))
        .addMember("exitCodes", "$L", braces(codes.values()))
        .addMember("operator", "$L", JavaLiteral.of(codes.operator()))
        .addMember("action", "$L", JavaLiteral.of(rule.action()))
        .build();
  }

  private static String braces(List<Integer> codes) {
    return codes.stream().map(String::valueOf).collect(joining(", ", "{", "}"));
  }

  private static boolean asksByHttp(Probe probe) {
    return probe.handlers().stream().anyMatch(HttpGet.class::isInstance);
  }

  private static AnnotationSpec workload(WorkloadRef workload) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(annotation("Workload"));
    workload.kind().ifPresent(kind -> annotation.addMember("kind", "$L", JavaLiteral.of(kind)));
    workload.name().ifPresent(name -> annotation.addMember("name", "$L", JavaLiteral.of(name)));
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
      String name = handler.fieldName();
      String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      annotation.addMember(name, "$L", annotation(type, handler.toFields()));
    }
    probe
        .numbers()
        .forEach(
            (field, number) ->
                annotation.addMember(field.fieldName(), "$L", JavaLiteral.of(number)));
    return annotation.build();
  }

  /** The annotation of a handler, or of a part of one, by the names of its fields. */
  private static AnnotationSpec annotation(String name, YamlMap fields) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(annotation(name));
    fields.entries().forEach((field, value) -> add(annotation, field, value));
    return annotation.build();
  }

  private static void add(AnnotationSpec.Builder annotation, String field, YamlNode value) {
    if (value instanceof YamlList list) {
      list.items().forEach(item -> add(annotation, field, item));
    } else if (value instanceof YamlMap header) {
      annotation.addMember(field, "$L", annotation("HttpHeader", header));
    } else if (value instanceof YamlNumber number) {
      annotation.addMember(field, "$L", number.value());
    } else if (value instanceof YamlText text) {
      annotation.addMember(
          OTHER_NAMES.getOrDefault(field, field), "$L", JavaLiteral.of(text.value()));
    }
  }

  private static ClassName annotation(String name) {
    return ClassName.get("dev.sonde.annotation", name);
  }
}
