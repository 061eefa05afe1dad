package dev.sonde.manifests.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.manifests.RandomProbes;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.TcpSocket;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Fabric8ProbesTest {

  static List<Handler> handlers() {
    return List.of(
        new Exec(List.of()),
        new Exec(List.of("cat", "/tmp/healthy")),
        HttpGet.of("/livez", Port.of(8080)),
        new HttpGet(
            Optional.empty(),
            Port.named("http"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty()),
        new HttpGet(
            Optional.of(""),
            Port.of(0),
            Optional.of("localhost"),
            Optional.of("HTTPS"),
            List.of(new HttpHeader("X-A", "1"), new HttpHeader("X-A", "2")),
            Optional.empty()),
        TcpSocket.of(Port.of(5432)),
        new TcpSocket(Port.named("8080"), Optional.of("db")),
        new Grpc(9090, Optional.empty(), Optional.empty()),
        new Grpc(0, Optional.of(""), Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void keepsEachHandler(Handler handler) {
    Probe probe = Probe.of(handler);
    assertThat(Fabric8Probes.fromFabric8(Fabric8Probes.toFabric8(probe))).isEqualTo(probe);
  }

  @Test
  void keepsWhateverWasWritten() {
    RandomProbes random = new RandomProbes(7);
    for (int i = 0; i < 5_000; i++) {
      Probe probe = random.probe();
      assertThat(Fabric8Probes.fromFabric8(Fabric8Probes.toFabric8(probe))).isEqualTo(probe);
    }
  }

  @Test
  void keepsFabric8sOwnProbe() {
    RandomProbes random = new RandomProbes(8);
    for (int i = 0; i < 1_000; i++) {
      io.fabric8.kubernetes.api.model.Probe probe = Fabric8Probes.toFabric8(random.probe());
      assertThat(Fabric8Probes.toFabric8(Fabric8Probes.fromFabric8(probe))).isEqualTo(probe);
    }
  }

  @Test
  void leavesUnsetFieldsUnset() {
    io.fabric8.kubernetes.api.model.Probe probe =
        Fabric8Probes.toFabric8(Probe.of(TcpSocket.of(Port.of(1))));
    assertThat(probe)
        .isEqualTo(
            new ProbeBuilder()
                .withNewTcpSocket()
                .withPort(new IntOrString(1))
                .endTcpSocket()
                .build());
    assertThat(probe.getPeriodSeconds()).isNull();
  }

  @Test
  void readsNullElementsAsTheApiServerDoes() {
    io.fabric8.kubernetes.api.model.Probe probe =
        new ProbeBuilder().withExec(new ExecAction(Arrays.asList("cat", null))).build();
    assertThat(Fabric8Probes.fromFabric8(probe)).isEqualTo(Probe.of(new Exec(List.of("cat", ""))));
  }

  @Test
  void readsAPortWithoutValueAsMissing() {
    io.fabric8.kubernetes.api.model.Probe probe =
        new ProbeBuilder().withNewTcpSocket().withPort(new IntOrString()).endTcpSocket().build();
    assertThat(Fabric8Probes.fromFabric8(probe)).isEqualTo(Probe.of(TcpSocket.of(Port.of(0))));
  }

  @Test
  void refusesToLoseAFieldItDoesNotKnow() {
    io.fabric8.kubernetes.api.model.Probe misspelt =
        new ProbeBuilder().addToAdditionalProperties("periodSecond", 5).build();
    assertThatThrownBy(() -> Fabric8Probes.fromFabric8(misspelt))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("probe.periodSecond");

    io.fabric8.kubernetes.api.model.Probe newer =
        new ProbeBuilder()
            .withNewGrpc()
            .withPort(1)
            .addToAdditionalProperties("newer", "yes")
            .endGrpc()
            .build();
    assertThatThrownBy(() -> Fabric8Probes.fromFabric8(newer)).hasMessageContaining("grpc.newer");
  }
}
