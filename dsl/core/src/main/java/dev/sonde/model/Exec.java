package dev.sonde.model;

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
  public String fieldName() {
    return "exec";
  }

  @Override
  public Exec withDefaults() {
    return this;
  }
}
