package dev.sonde.processor.render;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import dev.sonde.processor.plan.EndpointsClass;
import dev.sonde.processor.plan.OwnerCount;
import dev.sonde.processor.read.CompilationSurroundings;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Puts annotations on what is generated. */
final class AnnotationDecoration {

  private static final String PROCESSOR = "dev.sonde.processor.ProbeProcessor";

  private final CompilationSurroundings surroundings;
  private final InjectionStyle inject;

  AnnotationDecoration(CompilationSurroundings surroundings, InjectionStyle inject) {
    this.surroundings = surroundings;
    this.inject = inject.in(surroundings);
  }

  /**
   * Makes a class one that a container may build. To make a proxy of it, as for an aspect that
   * covers its package, the container has to extend it.
   *
   * @param callsDeprecated whether its code calls what is deprecated
   */
  void decorate(TypeSpec.Builder type, boolean callsDeprecated) {
    type.addModifiers(Modifier.PUBLIC);
    if (inject == InjectionStyle.NONE) {
      type.addModifiers(Modifier.FINAL);
    }
    if (surroundings.generated()) {
      type.addAnnotation(
          AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
              .addMember("value", "$S", PROCESSOR)
              .build());
    }
    if (inject == InjectionStyle.SPRING) {
      type.addAnnotation(ClassName.get("org.springframework.stereotype", "Component"));
    } else if (inject == InjectionStyle.JAKARTA) {
      type.addAnnotation(ClassName.get("jakarta.inject", "Singleton"));
    }
    List<String> warnings = new ArrayList<>();
    if (callsDeprecated) {
      warnings.add("deprecation");
      warnings.add("removal");
    }
    if (surroundings.namedModule()) {
      warnings.add("exports");
    }
    if (!warnings.isEmpty()) {
      type.addAnnotation(suppress(warnings));
    }
  }

  /** Tells whether the container gives no maps and optionals, but instances to make them of. */
  boolean needsInstances(EndpointsClass endpoints) {
    return inject == InjectionStyle.JAKARTA && surroundings.cdi() && !endpoints.hasSingleOwners();
  }

  /**
   * Tells whether the names of several beans are wanted from a container that does not tell them.
   */
  boolean lacksNames(EndpointsClass endpoints) {
    return needsInstances(endpoints)
        && !surroundings.beanNames()
        && endpoints.counts().containsValue(OwnerCount.ANY);
  }

  /** Annotates the constructor that a dependency-injection container calls. */
  void decorate(MethodSpec.Builder constructor) {
    if (inject == InjectionStyle.JAKARTA) {
      constructor.addAnnotation(ClassName.get("jakarta.inject", "Inject"));
    }
  }

  /** The warnings are about code that its user has not written and cannot change. */
  private static AnnotationSpec suppress(List<String> warnings) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
    for (String warning : warnings) {
      annotation.addMember("value", "$S", warning);
    }
    return annotation.build();
  }
}
