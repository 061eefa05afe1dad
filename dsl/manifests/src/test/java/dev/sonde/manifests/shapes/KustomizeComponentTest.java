package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.Golden;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KustomizeComponentTest {

  @Test
  void isAFolderThatAnOverlayTakesInAsAWhole(@TempDir Path folder) throws Exception {
    ShapeRendering rendering =
        Shape.KUSTOMIZE_COMPONENT.render(
            List.of(Orders.in("Deployment"), Orders.proxy()), ShapeOptions.NONE);
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
}
