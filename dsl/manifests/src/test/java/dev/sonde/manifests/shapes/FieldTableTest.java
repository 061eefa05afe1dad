package dev.sonde.manifests.shapes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.environment.EnvironmentOverrides;
import dev.sonde.manifests.fabric8.Fabric8Probes;
import dev.sonde.model.ActionField;
import dev.sonde.model.ActionType;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the tables of fields and handlers through manifests: what forgets one, fails. */
class FieldTableTest {

  private static final ProbeSet DECLARED =
      ProbeSet.forContainer("orders")
          .with(new ContainerPort(Optional.of("health"), 8081))
          .with(ProbeKind.LIVENESS, Probe.of(HttpGet.of("/livez", Port.named("health"))))
          .with(ProbeKind.READINESS, Probe.of(HttpGet.of("/readyz", Port.named("health"))));

  private static ProbeKind kind(ProbeField field) {
    return field.suits(ProbeKind.LIVENESS) ? ProbeKind.LIVENESS : ProbeKind.READINESS;
  }

  private static ProbeSet with(ProbeField field) {
    Probe probe = DECLARED.probe(kind(field)).orElseThrow();
    return DECLARED.with(kind(field), probe.toBuilder().number(field, 7).build());
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentKeepsEachNumber(ProbeField field) {
    ProbeSet probes = with(field);
    assertThat(ProbeSetReader.read("probes.yaml", document(probes))).isEqualTo(probes);
  }

  @ParameterizedTest
  @EnumSource
  void anEnvironmentSetsEachNumberAndTakesItAway(ProbeField field) {
    assertThat(overridden(DECLARED, kind(field), field.fieldName() + ": 7")).isEqualTo(with(field));
    assertThat(overridden(with(field), kind(field), field.fieldName() + ": null"))
        .isEqualTo(DECLARED);
  }

  @ParameterizedTest
  @EnumSource
  void fabric8HasEachNumber(ProbeField field) {
    Probe probe = with(field).probe(kind(field)).orElseThrow();
    assertThat(Fabric8Probes.toFabric8(probe)).asString().contains(field.fieldName() + "=7");
    assertThat(Fabric8Probes.fromFabric8(Fabric8Probes.toFabric8(probe))).isEqualTo(probe);
  }

  @ParameterizedTest
  @EnumSource
  void aPortByNumberLeavesEachNumber(ProbeField field) {
    Probe numbered = with(field).withNumberedPorts().probe(kind(field)).orElseThrow();
    assertThat(numbered.withoutHandler().numbers())
        .isEqualTo(with(field).probe(kind(field)).orElseThrow().numbers());
    assertThat(numbered.handler().orElseThrow().dialledPort()).contains(Port.of(8081));
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaTakesEachNumberWhereItMayBeSet(ProbeField field) {
    for (ProbeKind kind : ProbeKind.values()) {
      YamlMap properties = (YamlMap) ProbeSchema.whole(kind).entries().get("properties");
      boolean expected = field.suits(kind) || field.defaultValue().isPresent();
      assertThat(properties.entries().containsKey(field.fieldName())).isEqualTo(expected);
    }
  }

  @Test
  void documentsEnvironmentsAndFabric8KeepEachFieldOfEachHandler() {
    for (ActionType type : ActionType.OF_PROBES) {
      String handler = type.fieldName() + ": {" + fields(type) + "}";
      ProbeSet written =
          ProbeSetReader.read(
              "probes.yaml",
              "apiVersion: sonde.dev/v1\nkind: ProbeSet\ncontainer: orders\nlivenessProbe: {"
                  + handler
                  + "}\nports: [{name: health, containerPort: 8081}]\n");
      Handler read = written.liveness().orElseThrow().handler().orElseThrow();
      List<String> names = type.fields().stream().map(ActionField::name).toList();

      assertThat(List.copyOf(read.toFields().entries().keySet())).isEqualTo(names);
      Probe probe = Probe.of(read);
      assertThat(ProbeSetReader.read("probes.yaml", document(written))).isEqualTo(written);
      assertThat(Fabric8Probes.fromFabric8(Fabric8Probes.toFabric8(probe))).isEqualTo(probe);
      String override = type == ActionType.HTTP_GET ? handler : handler + "\nhttpGet: null";
      assertThat(overridden(DECLARED, ProbeKind.LIVENESS, override).liveness()).contains(probe);
      YamlMap schema = (YamlMap) HandlerSchema.ALL.entries().get(type.fieldName());
      YamlNode properties = schema.entries().get("properties");
      assertThat(List.copyOf(((YamlMap) properties).entries().keySet())).isEqualTo(names);
    }
  }

  private static String fields(ActionType type) {
    return String.join(", ", type.fields().stream().map(f -> f.name() + ": " + value(f)).toList());
  }

  private static String value(ActionField field) {
    return switch (field.type()) {
      case TEXT -> field.choices().isEmpty() ? "/livez" : field.choices().get(0);
      case TEXTS -> "[sh, -c, x]";
      case HEADERS -> "[{name: X-A, value: a}]";
      case PORT -> "health";
      case PORT_NUMBER, SECONDS -> "7";
    };
  }

  private static String document(ProbeSet probes) {
    return "apiVersion: sonde.dev/v1\nkind: ProbeSet\ncontainer: orders\n"
        + "ports: [{name: health, containerPort: 8081}]\n"
        + probes.toYaml();
  }

  private static ProbeSet overridden(ProbeSet declared, ProbeKind kind, String fields) {
    String overrides =
        "apiVersion: sonde.dev/v1\nkind: Overrides\nenvironments:\n  prod:\n"
            + "    - container: orders\n      "
            + kind.fieldName()
            + ":\n"
            + fields.indent(8);
    return EnvironmentOverrides.read("env.yaml", overrides.getBytes(UTF_8))
        .apply("prod", List.of(declared))
        .probes()
        .get(0);
  }
}
