package dev.sonde.manifests.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.decode.FieldType.ListOf;
import dev.sonde.manifests.decode.FieldType.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiTypesTest {

  private static final Path FILE =
      Path.of("src/main/resources/dev/sonde/manifests/decode", ApiTypes.RESOURCE);

  private final ApiTypes types = ApiTypes.load();

  /** Rewrite it with {@code -Dsonde.golden.rewrite=true}. */
  @Test
  void theResourceIsWhatFabric8sClassesSay() throws IOException, ReflectiveOperationException {
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      Files.writeString(FILE, ApiTypesFile.text(), UTF_8);
    }
    assertThat(FILE).content(UTF_8).isEqualTo(ApiTypesFile.text());
  }

  @Test
  void knowsTheFieldsOfAProbe() {
    assertThat(types.struct("Probe").fields())
        .containsOnlyKeys(
            "exec",
            "failureThreshold",
            "grpc",
            "httpGet",
            "initialDelaySeconds",
            "periodSeconds",
            "successThreshold",
            "tcpSocket",
            "terminationGracePeriodSeconds",
            "timeoutSeconds")
        .containsEntry("periodSeconds", Scalar.INT32)
        .containsEntry("terminationGracePeriodSeconds", Scalar.INT64);
    assertThat(types.struct("HTTPGetAction").fields())
        .containsOnlyKeys("host", "httpHeaders", "path", "port", "protocol", "scheme")
        .containsEntry("port", Scalar.INT_OR_STRING);
    assertThat(types.struct("GRPCAction").fields()).containsOnlyKeys("mode", "port", "service");
    assertThat(types.struct("ExecAction").fields())
        .containsEntry("command", new ListOf(Scalar.STRING));
  }

  @Test
  void knowsInWhichVersionsAKindExists() {
    assertThat(types.of(new ObjectKind("apps/v1", "Deployment"))).isPresent();
    assertThat(types.of(new ObjectKind("extensions/v1beta1", "Deployment"))).isEmpty();
    assertThat(types.versionsOf("CronJob")).containsExactly("batch/v1");
  }
}
