package dev.sonde.processor.render;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.WildcardTypeName;
import dev.sonde.processor.plan.OwnerCount;
import dev.sonde.processor.read.TypeRef;
import dev.sonde.processor.read.TypeRef.Nesting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns references to classes into those of JavaPoet. */
final class PoetTypes {

  private static final String RUNTIME = "dev.sonde.runtime";

  static final ClassName CHECK = ClassName.get(RUNTIME, "Check");
  static final ClassName HEALTH_ENDPOINTS = ClassName.get(RUNTIME, "HealthEndpoints");
  static final ClassName CONTAINER_HEALTH = ClassName.get(RUNTIME, "ContainerHealth");
  static final ClassName HEALTH_SERVER = ClassName.get(RUNTIME, "HealthServer");
  static final ClassName TLS = ClassName.get(RUNTIME + ".tls", "Tls");
  static final ClassName HEARTBEATS_BUILDER = ClassName.get(RUNTIME, "HeartbeatsBuilder");
  static final ClassName HEARTBEATS = ClassName.get(RUNTIME, "Heartbeats");
  static final ClassName PROBE_KIND = ClassName.get(RUNTIME + ".answer", "EndpointKind");
  static final ClassName HEALTH = ClassName.get("dev.sonde.health", "Health");

  static final TypeName LIST_OF_CHECKS =
      ParameterizedTypeName.get(ClassName.get(List.class), CHECK);

  private PoetTypes() {}

  /** {@return the type that holds so many objects of a type} */
  static TypeName counted(OwnerCount count, TypeName type) {
    return switch (count) {
      case ONE -> type;
      case AT_MOST_ONE -> ParameterizedTypeName.get(ClassName.get(Optional.class), type);
      case ANY ->
          ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), type);
    };
  }

  static ClassName of(dev.sonde.processor.plan.ClassName name) {
    return ClassName.get(name.packageName(), name.simpleName());
  }

  /** {@return the class itself, to call static methods on} */
  static ClassName raw(TypeRef type) {
    List<Nesting> nesting = type.nesting();
    ClassName name = ClassName.get(type.packageName(), nesting.get(0).simpleName());
    for (Nesting inner : nesting.subList(1, nesting.size())) {
      name = name.nestedClass(inner.simpleName());
    }
    return name;
  }

  /** {@return the class as the type of a parameter, with a wildcard for each type parameter} */
  static TypeName withWildcards(TypeRef type) {
    List<Nesting> nesting = type.nesting();
    Nesting outermost = nesting.get(0);
    ClassName plain = ClassName.get(type.packageName(), outermost.simpleName());
    TypeName name = parameterized(plain, outermost);
    for (Nesting inner : nesting.subList(1, nesting.size())) {
      plain = plain.nestedClass(inner.simpleName());
      name =
          inner.inner() && name instanceof ParameterizedTypeName outer
              ? outer.nestedClass(inner.simpleName(), wildcards(inner))
              : parameterized(plain, inner);
    }
    return name;
  }

  private static TypeName parameterized(ClassName plain, Nesting type) {
    return type.typeParameters() == 0
        ? plain
        : ParameterizedTypeName.get(plain, wildcards(type).toArray(new TypeName[0]));
  }

  private static List<TypeName> wildcards(Nesting type) {
    TypeName[] wildcards = new TypeName[type.typeParameters()];
    Arrays.fill(wildcards, WildcardTypeName.subtypeOf(TypeName.OBJECT));
    return List.of(wildcards);
  }
}
