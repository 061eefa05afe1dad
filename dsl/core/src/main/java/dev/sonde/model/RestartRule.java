package dev.sonde.model;

import java.util.Optional;

/**
 * One of a container's {@code restartPolicyRules}, as it was written.
 *
 * @param action what to do; empty if it is not written
 * @param exitCodes for which exit codes
 */
public record RestartRule(String action, Optional<ExitCodes> exitCodes) {

  /**
   * Exit codes.
   *
   * @param operator {@code In} or {@code NotIn}; empty if it is not written
   * @param count how many codes are listed
   */
  public record ExitCodes(String operator, int count) {}
}
