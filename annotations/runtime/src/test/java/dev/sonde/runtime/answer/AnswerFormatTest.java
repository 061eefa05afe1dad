package dev.sonde.runtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.health.Health;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerFormatTest {

  private static final CheckReport QUEUE = check("queue", Health.up(), true);
  private static final CheckReport CACHE =
      check("cache", Health.degraded().with("hitPercent", 12).with("warm", false), true)
          .aged(Duration.ofMillis(1500));
  private static final CheckReport DATABASE =
      new CheckReport(
          "database",
          Health.down(),
          true,
          Optional.of(new IllegalStateException("no route to \"db-1\"")),
          Duration.ofMillis(12),
          Duration.ZERO);
  private static final CheckReport ADVICE = check("advice:v2", Health.down(), false);

  private static CheckReport check(String name, Health health, boolean required) {
    return new CheckReport(
        name, health, required, Optional.empty(), Duration.ofMillis(3), Duration.ZERO);
  }

  private static ProbeReport report(CheckReport... checks) {
    return new ProbeReport(
        EndpointKind.READINESS, List.of(checks), Instant.parse("2026-11-23T11:00:00Z"));
  }

  private static String write(AnswerFormat format, Detail detail, CheckReport... checks) {
    AnswerRequest wish = new AnswerRequest("readyz", detail, false, List.of(), List.of());
    return new String(format.write(report(checks), wish), StandardCharsets.UTF_8);
  }

  private static String verbose(Detail detail, CheckReport... checks) {
    AnswerRequest wish = new AnswerRequest("readyz", detail, true, List.of("a", "b"), List.of("c"));
    return new String(
        AnswerFormat.KUBERNETES_TEXT.write(report(checks), wish), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(AnswerFormat.class)
  void tellsNeitherDataNorErrorsUnlessAsked(AnswerFormat format) {
    assertThat(write(format, Detail.NAMES, CACHE, DATABASE))
        .contains("cache", "database")
        .doesNotContain("hitPercent", "db-1", "Millis");
    assertThat(write(format, Detail.DATA, CACHE, DATABASE))
        .contains("cache", "database", "hitPercent")
        .doesNotContain("db-1", "Millis");
    assertThat(write(format, Detail.STATUS, CACHE, DATABASE)).doesNotContain("cache", "database");
    assertThat(write(format, Detail.FULL, CACHE, DATABASE)).contains("hitPercent", "db-1");
  }

  @Test
  void writesMicroProfile() {
    assertThat(write(AnswerFormat.MICROPROFILE, Detail.STATUS, DATABASE))
        .isEqualTo("{\"status\":\"DOWN\",\"checks\":[]}");
    assertThat(write(AnswerFormat.MICROPROFILE, Detail.NAMES, QUEUE, CACHE, ADVICE))
        .isEqualTo(
            "{\"status\":\"UP\",\"checks\":["
                + "{\"name\":\"queue\",\"status\":\"UP\"},"
                + "{\"name\":\"cache\",\"status\":\"UP\"},"
                + "{\"name\":\"advice:v2\",\"status\":\"DOWN\"}]}");
    assertThat(write(AnswerFormat.MICROPROFILE, Detail.FULL, CACHE, DATABASE, ADVICE))
        .isEqualTo(
            "{\"status\":\"DOWN\",\"checks\":["
                + "{\"name\":\"cache\",\"status\":\"UP\",\"data\":{\"ageMillis\":1500,"
                + "\"degraded\":true,\"hitPercent\":12,\"tookMillis\":3,\"warm\":false}},"
                + "{\"name\":\"database\",\"status\":\"DOWN\",\"data\":{\"error\":"
                + "\"java.lang.IllegalStateException: no route to \\\"db-1\\\"\","
                + "\"tookMillis\":12}},"
                + "{\"name\":\"advice:v2\",\"status\":\"DOWN\","
                + "\"data\":{\"required\":false,\"tookMillis\":3}}]}");
  }

  @Test
  void writesSpringActuator() {
    assertThat(write(AnswerFormat.SPRING_ACTUATOR, Detail.STATUS, QUEUE))
        .isEqualTo("{\"status\":\"UP\"}");
    assertThat(write(AnswerFormat.SPRING_ACTUATOR, Detail.NAMES)).isEqualTo("{\"status\":\"UP\"}");
    assertThat(write(AnswerFormat.SPRING_ACTUATOR, Detail.NAMES, QUEUE, DATABASE))
        .isEqualTo(
            "{\"status\":\"DOWN\",\"components\":{"
                + "\"queue\":{\"status\":\"UP\"},\"database\":{\"status\":\"DOWN\"}}}");
    assertThat(write(AnswerFormat.SPRING_ACTUATOR, Detail.FULL, QUEUE))
        .isEqualTo(
            "{\"status\":\"UP\",\"components\":{"
                + "\"queue\":{\"status\":\"UP\",\"details\":{\"tookMillis\":3}}}}");
  }

  @Test
  void writesHealthJson() {
    assertThat(write(AnswerFormat.HEALTH_JSON, Detail.STATUS, CACHE))
        .isEqualTo("{\"status\":\"warn\"}");
    assertThat(write(AnswerFormat.HEALTH_JSON, Detail.NAMES, QUEUE, ADVICE))
        .isEqualTo(
            "{\"status\":\"warn\",\"checks\":{"
                + "\"queue\":[{\"status\":\"pass\"}],\"advice.v2\":[{\"status\":\"fail\"}]}}");
    assertThat(write(AnswerFormat.HEALTH_JSON, Detail.FULL, CACHE, DATABASE))
        .isEqualTo(
            "{\"status\":\"fail\",\"checks\":{"
                + "\"cache:responseTime\":[{\"status\":\"warn\",\"observedValue\":3,"
                + "\"observedUnit\":\"ms\",\"time\":\"2026-11-23T10:59:58.500Z\","
                + "\"data\":{\"hitPercent\":12,\"warm\":false}}],"
                + "\"database:responseTime\":[{\"status\":\"fail\",\"observedValue\":12,"
                + "\"observedUnit\":\"ms\",\"time\":\"2026-11-23T11:00:00Z\",\"output\":"
                + "\"java.lang.IllegalStateException: no route to \\\"db-1\\\"\"}]}}");
  }

  @Test
  void writesKubernetesText() {
    assertThat(write(AnswerFormat.KUBERNETES_TEXT, Detail.NAMES, QUEUE, CACHE)).isEqualTo("ok");
    assertThat(write(AnswerFormat.KUBERNETES_TEXT, Detail.STATUS, DATABASE)).isEqualTo("failed");
    assertThat(write(AnswerFormat.KUBERNETES_TEXT, Detail.NAMES, QUEUE, DATABASE))
        .isEqualTo("[+]queue ok\n[-]database failed: reason withheld\nreadyz check failed\n");
    assertThat(verbose(Detail.NAMES, QUEUE, CACHE, ADVICE))
        .isEqualTo(
            "[+]queue ok\n[!]cache degraded\n[-]advice:v2 failed, tolerated: reason withheld\n"
                + "[+]a excluded: ok\n[+]b excluded: ok\nwarn: there is no check \"c\"\n"
                + "readyz check passed\n");
    assertThat(verbose(Detail.FULL, QUEUE))
        .startsWith("[+]queue ok: {tookMillis=3}\n")
        .endsWith("readyz check passed\n");
    assertThat(verbose(Detail.STATUS, QUEUE)).isEqualTo("ok");
  }
}
