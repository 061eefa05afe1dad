package dev.sonde.model;

import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a command in the container, without a shell; exit code 0 is success.
 *
 * @param command the program and its arguments; Kubernetes demands at least one element
 */
public record Exec(List<String> command) implements Handler, HookHandler {

  private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\$|\\(([^)]*)\\))");

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

  /**
   * {@return this command with values where it says {@code $(NAME)}} {@code $$} is a plain dollar
   * sign; a name without a value stays as it is.
   *
   * @param values the values that the container's {@code env} states literally, by their names
   */
  public Exec expanded(Map<String, String> values) {
    return new Exec(command.stream().map(word -> expand(word, values)).toList());
  }

  private static String expand(String word, Map<String, String> values) {
    Matcher matcher = REFERENCE.matcher(word);
    StringBuilder expanded = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = name == null ? "$" : values.getOrDefault(name, matcher.group());
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(expanded).toString();
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
