package dev.sonde.processor.render;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import dev.sonde.compiled.JavaLiteral;
import dev.sonde.model.ProbeKind;
import dev.sonde.processor.plan.EndpointsClass;
import dev.sonde.processor.plan.NamedCheck;
import dev.sonde.processor.plan.OwnerCount;
import dev.sonde.processor.plan.PlannedEndpoint;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a bean that makes each check one of MicroProfile's: CDI has to know its beans before any
 * object, and with it the names of checks, is there. Of those that there are for each of several
 * objects the names are not known here either.
 */
public final class MicroProfileRenderer {

  private static final String ADAPTER = "dev.sonde.microprofile";
  private static final String API = "org.eclipse.microprofile.health";
  private static final ClassName OWN_CHECKS = ClassName.get(ADAPTER, "OwnHealthChecks");
  private static final ClassName HEALTH = ClassName.get(ADAPTER, "MicroProfileHealth");
  private static final ClassName HEALTH_CHECK = ClassName.get(API, "HealthCheck");
  private static final ClassName PRODUCES = ClassName.get("jakarta.enterprise.inject", "Produces");

  private MicroProfileRenderer() {}

  /**
   * {@return the source of the bean; none where the adapter is not there, or nothing to make}
   *
   * @param endpoints the class that has the checks
   * @param inject which annotations let a dependency-injection container build it
   */
  public static Optional<JavaFileText> render(EndpointsClass endpoints, InjectionStyle inject) {
    boolean isBean = inject.in(endpoints.surroundings()) == InjectionStyle.JAKARTA;
    if (!isBean || !endpoints.surroundings().microProfile()) {
      return Optional.empty();
    }
    dev.sonde.processor.plan.ClassName name =
        new dev.sonde.processor.plan.ClassName(
            endpoints.name().packageName(), endpoints.name().simpleName() + "Checks");
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name.simpleName())
            .addSuperinterface(OWN_CHECKS)
            .addJavadoc("Each check of the probes as one of MicroProfile's.\n");
    new AnnotationDecoration(endpoints.surroundings(), inject).decorate(type, false);
    for (PlannedEndpoint endpoint : endpoints.endpoints()) {
      int number = 0;
      for (NamedCheck check : endpoint.checks()) {
        if (endpoints.countFor(check.check()) == OwnerCount.ONE) {
          number++;
          type.addMethod(producer(endpoint.kind(), number, check));
        }
      }
    }
    return type.methodSpecs.isEmpty()
        ? Optional.empty()
        : Optional.of(SourceFiles.text(name, type.build()));
  }

  private static MethodSpec producer(ProbeKind kind, int number, NamedCheck check) {
    String word = kind.word();
    String qualifier = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    return MethodSpec.methodBuilder(word + number)
        .addAnnotation(PRODUCES)
        .addAnnotation(ClassName.get(API, qualifier))
        .addParameter(HEALTH, "health")
        .returns(HEALTH_CHECK)
        .addStatement(
            "return health.check($T.$L, $L)",
            PoetTypes.PROBE_KIND,
            word.toUpperCase(Locale.ROOT),
            JavaLiteral.of(check.name()))
        .build();
  }
}
