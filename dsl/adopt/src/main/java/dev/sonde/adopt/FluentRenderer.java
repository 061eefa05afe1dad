package dev.sonde.adopt;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import dev.sonde.compiled.JavaLiteral;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.RestartRule;
import dev.sonde.model.RestartRule.ExitCodes;
import dev.sonde.model.TcpSocket;
import dev.sonde.model.WorkloadRef;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Declares probes as a method that returns them, in the fluent DSL. */
final class FluentRenderer {

  static final ClassName PROBES = ClassName.get("dev.sonde.dsl", "Probes");
  private static final ClassName PROBE_SET = ClassName.get("dev.sonde.model", "ProbeSet");

  private FluentRenderer() {}

  static TypeSpec render(String name, ProbeSet probes) {
    CodeBlock.Builder value =
        CodeBlock.builder()
            .add("return $T.forContainer($L)", PROBE_SET, container(probes.container()));
    probes
        .probes()
        .forEach((kind, probe) -> value.add("\n.$N($L)", kind.word(), probe(kind, probe)));
    probes
        .termination()
        .stopSignal()
        .ifPresent(signal -> value.add("\n.stopSignal($L)", JavaLiteral.of(signal)));
    value.add(restart(probes.restart()));
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addJavadoc("$L", GeneratedComments.describe(probes.container()))
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethod(
            MethodSpec.methodBuilder("probes")
                .addJavadoc("{@return the probes}\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(PROBE_SET)
                .addStatement(value.build())
                .build())
        .build();
  }

  /** {@return the methods of {@link #PROBES} that the code calls, sorted} */
  static SortedSet<String> methods(ProbeSet probes) {
    SortedSet<String> methods = new TreeSet<>();
    probes
        .probes()
        .values()
        .forEach(probe -> probe.handlers().forEach(handler -> methods.add(handler.fieldName())));
    return methods;
  }

  private static CodeBlock restart(ContainerRestart restart) {
    if (restart.policy().isEmpty()) {
      return CodeBlock.of("");
    }
    CodeBlock.Builder code =
        CodeBlock.builder().add("\n.restartPolicy($L", JavaLiteral.of(restart.policy().get()));
    restart.rules().forEach(rule -> code.add(", $L", rule(rule)));
    return code.add(")").build();
  }

  private static CodeBlock rule(RestartRule rule) {
    ExitCodes codes = rule.exitCodes().orElseThrow();
    return CodeBlock.of(
        "$T.$N($L)$L",
        RestartRule.class,
        codes.operator().equals("In") ? "onExitCodes" : "exceptOnExitCodes",
        codes.values().stream().map(String::valueOf).collect(Collectors.joining(", ")),
        rule.restartsAll() ? ".restartingAllContainers()" : "");
  }

  private static CodeBlock container(ContainerRef container) {
    if (container.workload().equals(WorkloadRef.ANY) && container.name().isPresent()) {
      return CodeBlock.of("$L", JavaLiteral.of(container.name().get()));
    }
    return CodeBlock.of(
        "new $T($L, new $T($L, $L))",
        ContainerRef.class,
        optional(container.name()),
        WorkloadRef.class,
        optional(container.workload().kind()),
        optional(container.workload().name()));
  }

  private static CodeBlock optional(Optional<String> text) {
    return text.map(t -> CodeBlock.of("$T.of($L)", Optional.class, JavaLiteral.of(t)))
        .orElseGet(() -> CodeBlock.of("$T.empty()", Optional.class));
  }

  private static CodeBlock probe(ProbeKind kind, Probe probe) {
    CodeBlock.Builder code = CodeBlock.builder();
    probe.handler().ifPresent(handler -> code.add(handler.map(new Calls())));
    probe
        .numbers()
        .forEach(
            (field, number) -> {
              // Of a kind that it does not suit it can only be Kubernetes' default.
              if (field.suits(kind)) {
                code.add(".$N($L)", field.fieldName(), JavaLiteral.of(number));
              }
            });
    return code.build();
  }

  private static final class Calls implements Handler.Cases<CodeBlock> {
    @Override
    public CodeBlock exec(Exec exec) {
      return CodeBlock.of("$T.exec($L)", PROBES, words(exec.command()));
    }

    @Override
    public CodeBlock httpGet(HttpGet httpGet) {
      CodeBlock.Builder code =
          CodeBlock.builder()
              .add(
                  "$T.httpGet($L)",
                  PROBES,
                  JavaLiteral.of(httpGet.path().orElse(HttpGet.DEFAULT_PATH)))
              .add(".port($L)", port(httpGet.port()))
              .add(call("host", httpGet.host()))
              .add(call("scheme", httpGet.scheme()))
              .add(call("protocol", httpGet.protocol()));
      for (HttpHeader header : httpGet.httpHeaders()) {
        code.add(".header($L, $L)", JavaLiteral.of(header.name()), JavaLiteral.of(header.value()));
      }
      return code.build();
    }

    @Override
    public CodeBlock tcpSocket(TcpSocket tcpSocket) {
      return CodeBlock.builder()
          .add("$T.tcpSocket($L)", PROBES, port(tcpSocket.port()))
          .add(call("host", tcpSocket.host()))
          .build();
    }

    @Override
    public CodeBlock grpc(Grpc grpc) {
      return CodeBlock.builder()
          .add("$T.grpc($L)", PROBES, grpc.port())
          .add(call("service", grpc.service()))
          .add(call("mode", grpc.mode()))
          .build();
    }
  }

  private static CodeBlock call(String method, Optional<String> text) {
    return text.map(t -> CodeBlock.of(".$N($L)", method, JavaLiteral.of(t)))
        .orElse(CodeBlock.of(""));
  }

  private static CodeBlock port(Port port) {
    return port.map(
        number -> CodeBlock.of("$L", number), name -> CodeBlock.of("$L", JavaLiteral.of(name)));
  }

  private static String words(List<String> command) {
    return command.stream().map(JavaLiteral::of).collect(Collectors.joining(", "));
  }
}
