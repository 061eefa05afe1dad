package dev.sonde.processor.read;

import dev.sonde.model.ActionField;
import dev.sonde.model.ActionType;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import dev.sonde.model.YamlFields;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNull;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the parameters that a probe's annotation sets. */
final class SettingsReader {

  private static final String EXEC = ActionType.EXEC.fieldName();

  private SettingsReader() {}

  static ProbeSettings read(WrittenAnnotation probe) throws UnresolvedTypeException {
    Map<String, PlacedValue<Long>> numbers = new TreeMap<>();
    for (ProbeField field : ProbeField.values()) {
      read(probe, field.fieldName(), numbers);
    }
    read(probe, ProbeSettings.STARTS_WITHIN, numbers);
    Map<String, HandlerSetting> handlers = new TreeMap<>();
    for (ActionType type : ActionType.OF_PROBES) {
      Optional<WrittenAnnotation> handler = probe.annotation(type.fieldName());
      if (handler.isPresent()) {
        handlers.put(type.fieldName(), read(type, handler.get()));
      }
    }
    Optional<WrittenAnnotation> heartbeat = probe.annotation("heartbeat");
    if (heartbeat.isPresent()) {
      handlers.put(EXEC, heartbeat(heartbeat.get(), handlers.containsKey(EXEC)));
    }
    return new ProbeSettings(numbers, handlers);
  }

  private static HandlerSetting heartbeat(WrittenAnnotation heartbeat, boolean besideExec)
      throws UnresolvedTypeException {
    Optional<PlacedValue<Integer>> every = heartbeat.number("everySeconds");
    DeclaredHeartbeat declared =
        new DeclaredHeartbeat(
            heartbeat.requiredText("file").value(),
            every.isPresent() ? Optional.of(every.get().value()) : Optional.empty(),
            heartbeat.plainText("classPath"),
            besideExec);
    return new HandlerSetting(
        declared.command(), heartbeat.place(), heartbeat.places(), Optional.of(declared));
  }

  private static void read(
      WrittenAnnotation probe, String name, Map<String, PlacedValue<Long>> numbers)
      throws UnresolvedTypeException {
    Optional<PlacedValue<Long>> number = probe.longNumber(name);
    if (number.isPresent()) {
      numbers.put(name, number.get());
    }
  }

  private static HandlerSetting read(ActionType type, WrittenAnnotation handler)
      throws UnresolvedTypeException {
    Map<String, SourcePlace> places = handler.places();
    YamlMap.Builder fields = YamlMap.builder();
    for (ActionField field : type.fields()) {
      fields.put(field.name(), value(field, handler, places));
    }
    YamlMap probe = YamlMap.builder().put(type.fieldName(), fields.build()).build();
    return new HandlerSetting(
        Probe.read(new YamlFields(probe)).handler().orElseThrow(),
        handler.place(),
        places,
        Optional.empty());
  }

  private static YamlNode value(
      ActionField field, WrittenAnnotation handler, Map<String, SourcePlace> places)
      throws UnresolvedTypeException {
    return switch (field.type()) {
      case TEXT -> text(handler.plainText(field.name()));
      case TEXTS -> YamlList.ofTexts(handler.texts("value"));
      case HEADERS -> headers(handler.annotations(field.name()), places);
      case PORT -> port(handler);
      case PORT_NUMBER, SECONDS -> number(handler.longNumber(field.name()));
    };
  }

  private static YamlNode port(WrittenAnnotation handler) throws UnresolvedTypeException {
    Optional<String> name = handler.plainText("portName");
    return name.isPresent() ? text(name) : number(handler.longNumber("port"));
  }

  private static YamlNode text(Optional<String> text) {
    return text.isPresent() ? new YamlText(text.get()) : new YamlNull();
  }

  private static YamlNode number(Optional<PlacedValue<Long>> number) {
    return number.isPresent() ? new YamlNumber(number.get().value()) : new YamlNull();
  }

  private static YamlList headers(List<WrittenAnnotation> headers, Map<String, SourcePlace> places)
      throws UnresolvedTypeException {
    List<YamlNode> all = new ArrayList<>();
    for (WrittenAnnotation header : headers) {
      places.putAll(header.places());
      all.add(
          YamlMap.builder()
              .put("name", header.requiredText("name").value())
              .put("value", header.requiredText("value").value())
              .build());
    }
    return new YamlList(all);
  }
}
