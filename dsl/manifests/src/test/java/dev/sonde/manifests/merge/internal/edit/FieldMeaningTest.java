package dev.sonde.manifests.merge.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.merge.internal.assign.PortNames;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.ActionField;
import dev.sonde.model.ActionType;
import dev.sonde.model.ProbeField;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldMeaningTest {

  private static final FieldMeaning MEANING =
      new FieldMeaning(new PortNames(List.of(), List.of()), OptionalInt.empty());

  @ParameterizedTest
  @EnumSource
  void aNumberThatIsNotWrittenMeansItsDefault(ProbeField field) {
    String name = field.fieldName();
    assertThat(MEANING.same(name, Optional.empty(), new YamlNumber(7))).isFalse();
    assertThat(MEANING.same(name, written("7"), new YamlNumber(7))).isTrue();
    field
        .defaultValue()
        .ifPresent(
            number -> {
              YamlNumber want = new YamlNumber(number);
              assertThat(MEANING.same(name, Optional.empty(), want)).isTrue();
              assertThat(MEANING.same(name, written("0"), want)).isTrue();
              assertThat(MEANING.same(name, written("7"), want)).isFalse();
            });
    if (field.defaultValue().isEmpty()) {
      assertThat(MEANING.same(name, Optional.empty(), new YamlNumber(1))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFieldOfAHandlerThatIsNotWrittenMeansItsDefault(ActionType type) {
    for (ActionField field : type.fields()) {
      assertThat(MEANING.same(field.name(), Optional.empty(), new YamlText("other"))).isFalse();
      field
          .unset()
          .ifPresent(
              unset -> {
                assertThat(MEANING.same(field.name(), Optional.empty(), unset)).isTrue();
                assertThat(MEANING.same(field.name(), written("other"), unset)).isFalse();
              });
    }
  }

  private static Optional<YamlTreeNode> written(String value) {
    return Optional.of(YamlStream.parse(SourceText.of(value)).documents().get(0).root());
  }
}
