package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import dev.sonde.model.ActionField;
import dev.sonde.model.ActionType;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What annotations must repeat of the tables of fields and handlers, they do repeat. */
class AnnotationTableTest {

  private static final List<Class<? extends Annotation>> PROBES =
      List.of(Startup.class, Liveness.class, Readiness.class);

  @ParameterizedTest
  @EnumSource
  void eachProbeHasEachNumberWithItsDefault(ProbeField field) throws Exception {
    for (Class<? extends Annotation> probe : PROBES) {
      Method member = probe.getMethod(field.fieldName());
      assertThat(((Number) member.getDefaultValue()).longValue())
          .isEqualTo(field.defaultValue().orElse(0));
      boolean wide = field.greatest() > Integer.MAX_VALUE;
      assertThat(member.getReturnType()).isEqualTo(wide ? long.class : int.class);
    }
  }

  @Test
  void eachProbeHasEachHandlerWithItsFields() throws Exception {
    for (Class<? extends Annotation> probe : PROBES) {
      for (ActionType type : ActionType.OF_PROBES) {
        Class<?> handler = probe.getMethod(type.fieldName()).getReturnType();
        for (ActionField field : type.fields()) {
          assertThat(handler.getMethod(member(field))).isNotNull();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachNumberIsRead(ProbeField field) {
    ProbeKind kind = field.suits(ProbeKind.LIVENESS) ? ProbeKind.LIVENESS : ProbeKind.READINESS;
    assertThat(yaml(kind, "exec = @Exec(\"x\"), " + field.fieldName() + " = 7"))
        .contains("\n  " + field.fieldName() + ": 7\n");
  }

  @ParameterizedTest
  @EnumSource(names = "SLEEP", mode = EnumSource.Mode.EXCLUDE)
  void eachFieldOfEachHandlerIsRead(ActionType type) {
    String annotation = upper(type.fieldName());
    String members =
        type.fields().stream()
            .map(field -> member(field) + " = " + value(field))
            .collect(Collectors.joining(", "));
    String yaml =
        yaml(ProbeKind.LIVENESS, type.fieldName() + " = @" + annotation + "(" + members + ")");
    assertThat(yaml).contains("\nlivenessProbe:\n  " + type.fieldName() + ":\n");
    for (ActionField field : type.fields()) {
      assertThat(yaml).contains("\n    " + field.name() + ":");
    }
  }

  private static String member(ActionField field) {
    return switch (field.type()) {
      case TEXTS -> "value";
      case PORT -> "portName";
      default -> field.name();
    };
  }

  private static String value(ActionField field) {
    return switch (field.type()) {
      case TEXT -> field.choices().isEmpty() ? "\"/text\"" : "\"" + field.choices().get(0) + "\"";
      case TEXTS -> "{\"sh\", \"-c\"}";
      case HEADERS -> "@HttpHeader(name = \"X-A\", value = \"a\")";
      case PORT -> "\"health\"";
      case PORT_NUMBER, SECONDS -> "7";
    };
  }

  private static String yaml(ProbeKind kind, String members) {
    Compilation compilation =
        Javac.lenient()
            .compile(
                JavaFileObjects.forSourceLines(
                    "com.acme.Orders",
                    "package com.acme;",
                    "import dev.sonde.annotation.*;",
                    "@Container(name = \"orders\", endpoints = false)",
                    "@" + upper(kind.word()) + "(" + members + ")",
                    "final class Orders {}"));
    assertThat(compilation.errors()).isEmpty();
    return Javac.generated(compilation).get("META-INF/sonde/orders.yaml");
  }

  private static String upper(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
