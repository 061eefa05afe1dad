package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.manifests.Golden;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ShutdownTiming;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSideApplyTest {

  @ParameterizedTest
  @CsvSource({"Deployment", "CronJob"})
  void holdsNothingButWhatTheProbesOwn(String kind) {
    Golden.assertSame("shapes/server-side-apply/" + kind + ".yaml", document(Orders.in(kind)));
  }

  /** A manager that leaves out the other container would have its probes taken away. */
  @Test
  void holdsAllContainersOfAWorkload() {
    ProbeSet slow = Orders.in("Deployment").with(new ShutdownTiming(5, 10, 20).termination());
    Golden.assertSame(
        "shapes/server-side-apply/two-containers.yaml", document(slow, Orders.proxy()));
  }

  @ParameterizedTest
  @CsvSource({
    "Rollout, may replace all containers of Rollout orders",
    "Deploymnet, no workload of a known kind",
  })
  void refusesKindsWhoseListsItCannotKnow(String kind, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> document(Orders.in(kind)))
        .withMessageContaining(reason);
  }

  private static String document(ProbeSet... sets) {
    List<ShapeFile> files =
        Shape.SERVER_SIDE_APPLY.render(List.of(sets), ShapeOptions.NONE).files();
    assertThat(files).extracting(ShapeFile::path).containsExactly("server-side-apply/orders.yaml");
    return files.get(0).text();
  }
}
