package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What 0 means where a number is "at least 1": Kubernetes' default, or an error. */
class ZeroTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"})
  void isKubernetesDefaultInTheFieldsOfAProbe(String field) {
    for (String kind : List.of("Startup", "Liveness", "Readiness")) {
      Compilation compilation = compile(kind, field + " = 0");
      assertThat(compilation.errors()).as(kind).isEmpty();
      assertThat(Javac.generated(compilation).get("META-INF/sonde/container.yaml"))
          .contains(field + ": 0\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Startup,   terminationGracePeriodSeconds = 0, grace-period-positive",
    "Liveness,  terminationGracePeriodSeconds = 0, grace-period-positive",
    "Startup,   startsWithinSeconds = 0, starts-within",
    "Liveness,  'heartbeat = @Heartbeat(file = \"/tmp/live\", everySeconds = 0)', heartbeat",
    "Readiness, httpGet = @HttpGet(port = 0), port-range",
    "Readiness, tcpSocket = @TcpSocket(port = 0), port-range",
    "Readiness, grpc = @Grpc(port = 0), port-range",
  })
  void isAnErrorElsewhere(String kind, String value, String rule) {
    assertThat(compile(kind, value).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage(null)).startsWith("[" + rule + "] "));
  }

  private static Compilation compile(String kind, String value) {
    return Javac.lenient()
        .compile(
            JavaFileObjects.forSourceString(
                "com.acme.App",
                "package com.acme;\nimport dev.sonde.annotation.*;\n"
                    + "@"
                    + kind
                    + "("
                    + value
                    + ", withoutChecks = true) final class App {}"));
  }
}
