package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.model.ProbeSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

  private static final List<ProbeSet> ORDERS = List.of(Orders.in("Deployment"));

  @ParameterizedTest
  @EnumSource
  void isFoundByItsWord(Shape shape) {
    assertThat(Shape.named(shape.word())).isEqualTo(shape);
    assertThat(shape.word()).matches("[a-z0-9-]+");
  }

  @Test
  void anUnknownWordIsAnsweredWithTheWordsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.named("kustomise-patch"))
        .withMessageContaining(
            "[choice-unknown] there is no shape \"kustomise-patch\"; available: blocks, ")
        .withMessageContaining("Did you mean \"kustomize-patch\"?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.named("terraform"))
        .withMessageNotContaining("Did you mean");
  }

  @Test
  void aShapeThatIsNamedTwiceCountsOnce() {
    assertThat(Shape.render(List.of(Shape.BLOCKS, Shape.BLOCKS), ORDERS, ShapeOptions.NONE).files())
        .extracting(ShapeFile::path)
        .containsExactly("orders.yaml");
  }

  @Test
  void notesWhatHasNoPatchWhereNobodyAskedForOne() {
    ShapeRendering rendering =
        Shape.renderDefaults(List.of(Orders.in("Deployment"), ProbeSet.forContainer("proxy")));
    assertThat(rendering.files())
        .extracting(ShapeFile::path)
        .containsExactly("orders.yaml", "proxy.yaml", "kustomize/orders.yaml");
    assertThat(rendering.notes())
        .singleElement()
        .asString()
        .startsWith("No kustomize patch proxy.yaml: it needs the names");
  }

  @Test
  void twoSetsForOneFileAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Shape.BLOCKS.render(
                    List.of(Orders.in("Deployment"), Orders.in("Deployment")), ShapeOptions.NONE))
        .withMessageContaining(
            "Two sets of probes would be written to deployment-orders-orders.yaml.");
  }

  @Test
  void containersOfOneNameHaveFilesNamedAfterTheirWorkloads() {
    List<ProbeSet> sets = List.of(Orders.in("Deployment"), Orders.in("Job"));
    assertThat(Shape.KUSTOMIZE_COMPONENT.render(sets, ShapeOptions.NONE).files())
        .extracting(ShapeFile::path)
        .containsExactly(
            "kustomize-component/kustomization.yaml",
            "kustomize-component/deployment-orders-orders.yaml",
            "kustomize-component/job-orders-orders.yaml");
    assertThat(Shape.KUSTOMIZE_COMPONENT.render(sets, ShapeOptions.NONE).files().get(0).text())
        .contains("- path: deployment-orders-orders.yaml", "- path: job-orders-orders.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../orders", "/orders", "a/b", "a\\b", ".orders", "or ders"})
  void aNameThatLeadsElsewhereIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Shape.BLOCKS.render(List.of(ProbeSet.forContainer(name)), ShapeOptions.NONE))
        .withMessageContaining("is not a name of a container");
  }
}
