package dev.sonde.model;

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

  /** The action that restarts all containers of the pod. */
  public static final String RESTART_ALL = "RestartAllContainers";

  /**
   * Exit codes.
   *
   * @param operator {@code In} or {@code NotIn}; empty if it is not written
   * @param values the codes that are listed
   */
  public record ExitCodes(String operator, List<Integer> values) {

    /** Copies the codes, so that the value stays what it was. */
    public ExitCodes {
      values = List.copyOf(values);
    }

    private boolean include(int code) {
      return values.contains(code) != operator.equals("NotIn");
    }
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
