package dev.sonde.kubelet.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProbeFieldTableTest {

  @ParameterizedTest
  @EnumSource
  void hasEachNumber(ProbeField field) {
    assertThat(ProbeFieldTable.of(Probe.builder().number(field, 7).build()))
        .isEqualTo(Map.of(field.fieldName(), "7"));
  }

  @Test
  void laysListsOutOnOneLine() {
    HttpGet http =
        new HttpGet(
            Optional.of("/livez"),
            Port.named("health"),
            Optional.empty(),
            Optional.empty(),
            List.of(new HttpHeader("X-A", "1"), new HttpHeader("X-B", "")),
            Optional.empty());
    assertThat(ProbeFieldTable.of(Probe.of(http)))
        .containsExactly(
            Map.entry("httpGet.path", "/livez"),
            Map.entry("httpGet.port", "health"),
            Map.entry("httpGet.httpHeaders", "X-A: \"1\", X-B: \"\""));
    assertThat(ProbeFieldTable.of(Probe.of(Exec.of("sh", "-c", "a b"))))
        .containsExactly(Map.entry("exec.command", "\"sh\" \"-c\" \"a b\""));
    assertThat(ProbeFieldTable.of(Probe.of(Grpc.of(7)).withDefaults()))
        .containsEntry("grpc.service", "\"\"");
  }
}
