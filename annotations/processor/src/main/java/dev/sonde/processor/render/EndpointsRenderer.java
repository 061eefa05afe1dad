package dev.sonde.processor.render;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.sonde.compiled.JavaLiteral;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.processor.plan.BridgeClass;
import dev.sonde.processor.plan.EndpointsClass;
import dev.sonde.processor.plan.NamedCheck;
import dev.sonde.processor.plan.OwnerCount;
import dev.sonde.processor.plan.PlannedEndpoint;
import dev.sonde.processor.read.TypeRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** Writes the class that serves the endpoints of a container. */
public final class EndpointsRenderer {

  private static final String ENDPOINTS = "endpoints";

  private final EndpointsClass endpoints;
  private final AnnotationDecoration decoration;
  private final Collection<TypeRef> owners;
  private final NameAllocator names = new NameAllocator();
  private final Map<TypeRef, String> parameters = new TreeMap<>();
  private final Map<String, String> locals = new HashMap<>();

  private EndpointsRenderer(EndpointsClass endpoints, InjectionStyle inject) {
    this.endpoints = endpoints;
    this.decoration = new AnnotationDecoration(endpoints.surroundings(), inject);
    this.owners = endpoints.owners();
    names.newName(ENDPOINTS, ENDPOINTS);
    names.newName(CheckCode.NAME, CheckCode.NAME);
    names.newName(CheckCode.OWNER, CheckCode.OWNER);
    names.newName(AnswerCode.SCOPE, AnswerCode.SCOPE);
    names.newName(AnswerCode.CONTINUATION, AnswerCode.CONTINUATION);
    for (TypeRef owner : owners) {
      String plain = VariableNames.nameOf(shortestNameOf(owner));
      String name = endpoints.countOf(owner) == OwnerCount.ANY ? plain + "ByName" : plain;
      parameters.put(owner, names.newName(name, owner.qualifiedName()));
    }
  }

  /**
   * {@return the source of the class}
   *
   * @param endpoints the class
   * @param inject which annotations let a dependency-injection container build it
   */
  public static JavaFileText render(EndpointsClass endpoints, InjectionStyle inject) {
    TypeSpec type = new EndpointsRenderer(endpoints, inject).type();
    return SourceFiles.text(endpoints.name(), type);
  }

  /**
   * {@return whether a container cannot build the class, since it does not tell the names of the
   * several objects that there are of one class}
   *
   * @param endpoints the class
   * @param inject which annotations let a dependency-injection container build it
   */
  public static boolean lacksNames(EndpointsClass endpoints, InjectionStyle inject) {
    return new AnnotationDecoration(endpoints.surroundings(), inject).lacksNames(endpoints);
  }

  private TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(endpoints.name().simpleName())
            .addSuperinterface(PoetTypes.CONTAINER_HEALTH)
            .addJavadoc("The health endpoints that the probes ask. Thread-safe.\n")
            .addJavadoc(ProbeDoc.of(endpoints.endpoints()));
    decoration.decorate(type, endpoints.callsDeprecated());
    if (endpoints.isServed()) {
      type.addField(port());
    }
    type.addField(PoetTypes.HEALTH_ENDPOINTS, ENDPOINTS, Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(constructor())
        .addMethod(accessor());
    if (decoration.needsInstances(endpoints)) {
      type.addMethods(CdiCode.methods(endpoints, parameters, this::typeOf, decoration));
    }
    if (endpoints.isServed()) {
      type.addMethods(StartCode.methods(endpoints, ENDPOINTS));
    }
    if (endpoints.hasHeartbeats()) {
      type.addMethod(HeartbeatCode.heartbeats(endpoints.endpoints(), ENDPOINTS));
    }
    return type.build();
  }

  private FieldSpec port() {
    return FieldSpec.builder(TypeName.INT, "PORT", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("The port that the probes ask.\n")
        .initializer("$L", endpoints.port())
        .build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Prepares the endpoints; nothing is asked before a request comes.\n");
    if (!decoration.needsInstances(endpoints)) {
      decoration.decorate(constructor);
    }
    for (Map.Entry<TypeRef, String> parameter : parameters.entrySet()) {
      TypeRef owner = parameter.getKey();
      constructor.addParameter(
          PoetTypes.counted(endpoints.countOf(owner), typeOf(owner)), parameter.getValue());
    }
    CheckCode checks = new CheckCode(endpoints, parameters);
    for (NamedCheck shared : endpoints.sharedChecks()) {
      boolean list = checks.isList(shared);
      String suffix = list ? "Checks" : "Check";
      String local = names.newName(VariableNames.nameOf(shared.name()) + suffix, shared.identity());
      locals.put(shared.identity(), local);
      constructor.addStatement(
          "$T $N = $L",
          list ? PoetTypes.LIST_OF_CHECKS : PoetTypes.CHECK,
          local,
          checks.of(shared));
    }
    return constructor.addStatement(builderChain(checks)).build();
  }

  private CodeBlock builderChain(CheckCode checks) {
    CodeBlock.Builder chain =
        CodeBlock.builder()
            .add(
                "this.$N = $T.builder($L$L)",
                ENDPOINTS,
                PoetTypes.HEALTH_ENDPOINTS,
                JavaLiteral.of(endpoints.container()),
                endpoints.isServed() ? ", PORT" : "");
    if (endpoints.isServed() && endpoints.tls()) {
      chain.add("\n.https()");
    }
    for (PlannedEndpoint endpoint : endpoints.endpoints()) {
      chain.add(
          "\n.$L($L, $T.ofSeconds($L), ",
          endpoint.kind().word(),
          JavaLiteral.of(endpoint.path()),
          Duration.class,
          endpoint.timeoutSeconds());
      chain.add(checksOf(endpoint, checks)).add(")");
    }
    if (endpoints.shutdown().isPresent()) {
      chain.add(stopTimes(endpoints.shutdown().get()));
    }
    return chain.add("\n.build()").build();
  }

  private static CodeBlock stopTimes(ShutdownTiming shutdown) {
    return CodeBlock.of(
        "\n.shutdown($1T.ofSeconds($2L), $1T.ofSeconds($3L))",
        Duration.class,
        shutdown.drainSeconds(),
        shutdown.stopSeconds());
  }

  private CodeBlock checksOf(PlannedEndpoint endpoint, CheckCode checks) {
    List<CodeBlock> single = new ArrayList<>();
    List<CodeBlock> lists = new ArrayList<>();
    for (NamedCheck check : endpoint.checks()) {
      String local = locals.get(check.identity());
      CodeBlock code = local == null ? checks.of(check) : CodeBlock.of("$N", local);
      (checks.isList(check) ? lists : single).add(code);
    }
    CodeBlock singles = call(CodeBlock.of("$T.of", List.class), single);
    if (lists.isEmpty()) {
      return single.isEmpty() ? CodeBlock.of("$L /* asks nothing */", singles) : singles;
    }
    if (!single.isEmpty()) {
      lists.add(0, singles);
    }
    return call(CodeBlock.of("$T.all", PoetTypes.CHECK), lists);
  }

  private static CodeBlock call(CodeBlock method, List<CodeBlock> arguments) {
    CodeBlock.Builder call = CodeBlock.builder().add(method).add("($>$>");
    for (int index = 0; index < arguments.size(); index++) {
      call.add(index == 0 ? "\n" : ",\n").add(arguments.get(index));
    }
    return call.add("$<$<)").build();
  }

  private static MethodSpec accessor() {
    return MethodSpec.methodBuilder(ENDPOINTS)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("{@return the endpoints without a server, for a server of your own}\n")
        .returns(PoetTypes.HEALTH_ENDPOINTS)
        .addStatement("return $N", ENDPOINTS)
        .build();
  }

  /** {@return the simple name, unless two owners have the same one} */
  private String shortestNameOf(TypeRef owner) {
    if (!endpoints.canName(owner)) {
      return BridgeClass.nameOf(owner).simpleName();
    }
    for (TypeRef other : owners) {
      if (other.simpleName().equals(owner.simpleName()) && other.compareTo(owner) != 0) {
        return owner.flatName();
      }
    }
    return owner.simpleName();
  }

  private TypeName typeOf(TypeRef owner) {
    return endpoints.canName(owner)
        ? PoetTypes.withWildcards(owner)
        : PoetTypes.of(BridgeClass.nameOf(owner));
  }
}
