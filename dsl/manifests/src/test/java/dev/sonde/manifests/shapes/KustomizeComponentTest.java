package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.Golden;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KustomizeComponentTest {

  @Test
  void isAFolderThatAnOverlayTakesInAsAWhole(@TempDir Path folder) throws Exception {
    Rendering rendering =
        Shape.KUSTOMIZE_COMPONENT.render(
            List.of(Orders.in("Deployment"), proxy()), ShapeOptions.NONE);
    assertThat(rendering.files())
        .extracting(ShapeFile::path)
        .containsExactly(
            "kustomize-component/kustomization.yaml",
            "kustomize-component/orders.yaml",
            "kustomize-component/proxy.yaml");
    Golden.assertSame("shapes/component/kustomization.yaml", rendering.files().get(0).text());

    Map<String, String> files = new HashMap<>();
    rendering.files().forEach(file -> files.put(file.path(), file.text()));
    files.put("base.yaml", Orders.BASE);
    files.put("kustomization.yaml", "resources: [base.yaml]\ncomponents: [kustomize-component]\n");
    Golden.assertSame("shapes/component/built-by-kustomize.yaml", Kubectl.kustomize(folder, files));
  }

  private static ProbeSet proxy() {
    return ProbeSet.forContainer(
            new ContainerRef(Optional.of("proxy"), Orders.container("Deployment").workload()))
        .with(ProbeKind.READINESS, Probe.of(HttpGet.of("/ready", Port.of(15021))));
  }
}
