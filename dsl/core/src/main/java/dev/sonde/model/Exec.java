package dev.sonde.model;

import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import java.util.List;

/**
 * Runs a command in the container, without a shell; exit code 0 is success.
 *
 * @param command the program and its arguments; Kubernetes demands at least one element
 */
public record Exec(List<String> command) implements Handler, HookHandler {

  /** Copies the command, so that the value stays what it was. */
  public Exec {
    command = List.copyOf(command);
  }

  /**
   * {@return a probe that runs a program}
   *
   * @param command the program and its arguments
   */
  public static Exec of(String... command) {
    return new Exec(List.of(command));
  }

  @Override
  public ActionType type() {
    return ActionType.EXEC;
  }

  static Exec read(FieldSource source) {
    return new Exec(source.texts("command"));
  }

  @Override
  public YamlMap toFields() {
    return YamlMap.builder().put("command", YamlList.ofTexts(command)).build();
  }

  @Override
  public Exec withDefaults() {
    return this;
  }

  @Override
  public <R> R map(Handler.Cases<R> cases) {
    return cases.exec(this);
  }
}
