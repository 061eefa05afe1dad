package dev.sonde.model;

import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of a container's {@code restartPolicyRules}, as it was written: what follows when the
 * container ends with some exit codes.
 *
 * @param action what to do; empty if it is not written
 * @param exitCodes for which exit codes
 */
public record RestartRule(String action, Optional<ExitCodes> exitCodes) {

  /** The action that restarts the container alone. */
  public static final String RESTART = "Restart";

  /** The action that restarts all containers of the pod. */
  public static final String RESTART_ALL = "RestartAllContainers";

  /** What Kubernetes can do. */
  public static final List<String> ACTIONS = List.of(RESTART, RESTART_ALL);

  private static final String NOT_IN = "NotIn";

  /**
   * Exit codes.
   *
   * @param operator {@code In} or {@code NotIn}; empty if it is not written
   * @param values the codes that are listed
   */
  public record ExitCodes(String operator, List<Integer> values) {

    /** How exit codes can be compared with those that are listed. */
    public static final List<String> OPERATORS = List.of("In", NOT_IN);

    /** How many can be listed. */
    public static final int MOST_VALUES = 255;

    /** Copies the codes, so that the value stays what it was. */
    public ExitCodes {
      values = List.copyOf(values);
    }

    private static ExitCodes read(FieldSource source) {
      return new ExitCodes(source.text("operator").orElse(""), source.int32s("values"));
    }

    private YamlMap toFields() {
      List<YamlNode> codes = new ArrayList<>();
      for (int value : values) {
        codes.add(new YamlNumber(value));
      }
      return YamlMap.builder().put("operator", operator).put("values", new YamlList(codes)).build();
    }

    private boolean include(int code) {
      return values.contains(code) != operator.equals(NOT_IN);
    }
  }

  /**
   * {@return a rule that restarts the container when it ends with one of these exit codes}
   *
   * @param codes 0 to 255
   */
  public static RestartRule onExitCodes(Integer... codes) {
    return new RestartRule(RESTART, Optional.of(new ExitCodes("In", List.of(codes))));
  }

  /**
   * {@return a rule that restarts the container when it ends with any other exit code}
   *
   * @param codes 0 to 255
   */
  public static RestartRule exceptOnExitCodes(Integer... codes) {
    return new RestartRule(RESTART, Optional.of(new ExitCodes(NOT_IN, List.of(codes))));
  }

  /**
   * {@return this rule, restarting all containers of the pod} Kubernetes knows that from 1.36 on.
   */
  public RestartRule restartingAllContainers() {
    return new RestartRule(RESTART_ALL, exitCodes);
  }

  static RestartRule read(FieldSource source) {
    return new RestartRule(
        source.text("action").orElse(""), source.object("exitCodes").map(ExitCodes::read));
  }

  /** {@return this under Kubernetes' field names} */
  public YamlMap toFields() {
    YamlMap.Builder fields = YamlMap.builder().put("action", action);
    if (exitCodes.isPresent()) {
      fields.put("exitCodes", exitCodes.get().toFields());
    }
    return fields.build();
  }

  /** Tells whether it restarts all containers of the pod, not this one alone. */
  public boolean restartsAll() {
    return action.equals(RESTART_ALL);
  }

  /**
   * Tells whether it holds for an exit code.
   *
   * @param code 0 to 255
   */
  public boolean holdsFor(int code) {
    return exitCodes.filter(codes -> codes.include(code)).isPresent();
  }
}
