package dev.sonde.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.model.ActionField;
import dev.sonde.model.ActionType;
import dev.sonde.model.ContainerAction;
import dev.sonde.model.Handler;
import dev.sonde.model.HookHandler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.LivenessSpec;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeTiming;
import dev.sonde.model.ReadinessSpec;
import dev.sonde.model.StartupSpec;
import dev.sonde.model.YamlFields;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.ProbeRules;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the tables of fields and handlers through all of core: what forgets one, fails. */
class FieldTableTest {

  private static final HttpGet OK = HttpGet.of("/", Port.of(1));

  @ParameterizedTest
  @EnumSource
  void aNumberIsWrittenAndReadUnderItsName(ProbeField field) {
    Probe probe = Probe.builder().number(field, 7).build();

    assertThat(probe.toFields().entries()).isEqualTo(Map.of(field.fieldName(), new YamlNumber(7)));
    assertThat(Probe.read(new YamlFields(probe.toFields()))).isEqualTo(probe);
    assertThat(probe.toBuilder().build()).isEqualTo(probe);
    assertThat(probe.withHandler(OK).withoutHandler()).isEqualTo(probe);
    assertThat(ProbeField.named(field.fieldName())).contains(field);
  }

  @ParameterizedTest
  @EnumSource
  void theProbeTheBuilderAndTheTimingHaveEachNumberByItsName(ProbeField field) throws Exception {
    Class<?> type = field.greatest() > Integer.MAX_VALUE ? long.class : int.class;
    Probe.Builder builder = Probe.builder();

    Probe.Builder.class.getMethod(field.fieldName(), type).invoke(builder, 7);

    Probe probe = builder.build();
    assertThat(probe.numbers()).isEqualTo(Map.of(field, 7L));
    assertThat(Probe.class.getMethod(field.fieldName()).invoke(probe)).asString().contains("[7]");
    if (field.defaultValue().isPresent()) {
      assertThat(ProbeTiming.class.getMethod(field.fieldName()).invoke(probe.timing()))
          .isEqualTo(7);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingAndZeroBecomeTheDefault(ProbeField field) {
    for (Probe probe : List.of(Probe.builder().build(), Probe.builder().number(field, 0).build())) {
      if (field.defaultValue().isPresent()) {
        assertThat(probe.withDefaults().number(field)).isEqualTo(field.defaultValue());
        assertThat(probe.timing()).isEqualTo(ProbeTiming.DEFAULT);
      } else {
        assertThat(probe.withDefaults().number(field)).isEqualTo(probe.number(field));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNumberThatDoesNotFitIsNotRead(ProbeField field) {
    YamlMap written = YamlMap.builder().put(field.fieldName(), 1L << 32).build();

    boolean fits = field.greatest() > 1L << 32;
    assertThat(Probe.read(new YamlFields(written)).number(field).isPresent()).isEqualTo(fits);
    if (!fits) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Probe.builder().number(field, 1L << 32).build())
          .withMessage(
              field.fieldName()
                  + " = 4294967296 does not fit into 32 bits."
                  + " Write a smaller number.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRulesBoundEachNumber(ProbeField field) {
    for (ProbeKind kind : ProbeKind.values()) {
      assertThat(judged(kind, field, -1)).contains(field.fieldName());
      assertThat(judged(kind, field, 7).isEmpty()).isEqualTo(field.suits(kind));
      field.defaultValue().ifPresent(legal -> assertThat(judged(kind, field, legal)).isEmpty());
    }
  }

  private static List<String> judged(ProbeKind kind, ProbeField field, long number) {
    Probe probe = Probe.of(OK).toBuilder().number(field, number).build();
    return ProbeRules.validate(kind, probe).all().stream()
        .map(Finding::fieldPath)
        .map(path -> path.segments().get(path.segments().size() - 1))
        .map(step -> ((FieldPath.Field) step).name())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void theFluentLanguageSetsEachNumberAndLeavesOnlyTheKindsItSuits(ProbeField field)
      throws Exception {
    Class<?> type = field.greatest() > Integer.MAX_VALUE ? long.class : int.class;
    HttpGetProbe any = Probes.httpGet("/").port(1);

    Object stage = HttpGetProbe.class.getMethod(field.fieldName(), type).invoke(any, 7);

    assertThat(stage instanceof StartupSpec).isEqualTo(field.suits(ProbeKind.STARTUP));
    assertThat(stage instanceof LivenessSpec).isEqualTo(field.suits(ProbeKind.LIVENESS));
    assertThat(stage instanceof ReadinessSpec).isEqualTo(field.suits(ProbeKind.READINESS));
    Probe probe =
        stage instanceof LivenessSpec liveness
            ? liveness.livenessProbe()
            : ((ReadinessSpec) stage).readinessProbe();
    assertThat(probe.numbers()).isEqualTo(Map.of(field, 7L));
  }

  @ParameterizedTest
  @EnumSource
  void anActionIsWrittenAndReadWithAllFieldsOfTheTable(ActionType type) {
    YamlMap written = sample(type);

    ContainerAction action = type.read(new YamlFields(written));

    assertThat(action.type()).isEqualTo(type);
    assertThat(action.toFields()).isEqualTo(written);
    assertThat(List.copyOf(action.toFields().entries().keySet()))
        .isEqualTo(type.fields().stream().map(ActionField::name).toList());
    assertThat(ActionType.named(type.fieldName())).contains(type);
  }

  @Test
  void theTableHasEveryActionThereIs() {
    assertThat(ActionType.OF_PROBES).hasSameSizeAs(Handler.class.getPermittedSubclasses());
    assertThat(ActionType.OF_HOOKS).hasSameSizeAs(HookHandler.class.getPermittedSubclasses());
    for (ActionType type : ActionType.values()) {
      ContainerAction action = type.read(new YamlFields(sample(type)));
      assertThat(action instanceof Handler).isEqualTo(ActionType.OF_PROBES.contains(type));
      assertThat(action instanceof HookHandler).isEqualTo(ActionType.OF_HOOKS.contains(type));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatDialsAPortSaysSo(ActionType type) {
    ContainerAction action = type.read(new YamlFields(sample(type)));

    assertThat(action.dialledPort().isPresent())
        .isEqualTo(type.fields().stream().anyMatch(field -> field.name().equals("port")));
    assertThat(action.dialledHost().isPresent())
        .isEqualTo(type.fields().stream().anyMatch(field -> field.name().equals("host")));
  }

  @Test
  void anotherPortLeavesAllElse() {
    for (ActionType type : ActionType.OF_PROBES) {
      Handler handler = (Handler) type.read(new YamlFields(sample(type)));
      YamlMap changed = handler.withPort(port -> Port.named("other")).toFields();
      for (ActionField field : type.fields()) {
        YamlNode expected =
            field.type() == ActionField.Type.PORT
                ? new YamlText("other")
                : handler.toFields().entries().get(field.name());
        assertThat(changed.entries()).containsEntry(field.name(), expected);
      }
    }
  }

  @Test
  void theFluentLanguageHasAMethodForEachHandler() {
    List<String> methods = Stream.of(Probes.class.getMethods()).map(Method::getName).toList();
    assertThat(methods).containsAll(ActionType.names(ActionType.OF_PROBES));
  }

  @ParameterizedTest
  @EnumSource(names = "SLEEP", mode = EnumSource.Mode.EXCLUDE)
  void theFluentLanguageSetsEachTextOfAHandlerByItsName(ActionType type) throws Exception {
    Object stage =
        switch (type) {
          case HTTP_GET -> Probes.httpGet("/").port(1);
          case TCP_SOCKET -> Probes.tcpSocket(1);
          case GRPC -> Probes.grpc(1);
          case EXEC, SLEEP -> Probes.exec("true");
        };
    for (ActionField field : type.fields()) {
      // The path is where a probe begins.
      if (field.type() == ActionField.Type.TEXT && !field.name().equals("path")) {
        String text = field.choices().isEmpty() ? "text" : field.choices().get(0);
        Object next = stage.getClass().getMethod(field.name(), String.class).invoke(stage, text);
        Handler handler = ((LivenessSpec) next).livenessProbe().handler().orElseThrow();
        assertThat(handler.toFields().entries()).containsEntry(field.name(), new YamlText(text));
      }
    }
  }

  private static YamlMap sample(ActionType type) {
    YamlMap.Builder fields = YamlMap.builder();
    for (ActionField field : type.fields()) {
      fields.put(field.name(), sample(field));
    }
    return fields.build();
  }

  private static YamlNode sample(ActionField field) {
    return switch (field.type()) {
      case TEXT -> new YamlText(field.name() + " of a test");
      case TEXTS -> YamlList.ofTexts(Arrays.asList("sh", "-c", ""));
      case HEADERS ->
          new YamlList(List.of(YamlMap.builder().put("name", "X-A").put("value", "1").build()));
      case PORT -> new YamlText("health");
      case PORT_NUMBER, SECONDS -> new YamlNumber(7);
    };
  }
}
