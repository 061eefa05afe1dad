package dev.sonde.kubelet;

import java.util.Set;

/**
 * One of a container's {@code restartPolicyRules}: what follows when it ends with some exit codes.
 *
 * @param restartsAll all containers of the pod restart, not this one alone
 * @param in the codes are those it holds for; otherwise it holds for all others
 * @param codes the exit codes
 */
public record ExitRule(boolean restartsAll, boolean in, Set<Integer> codes) {

  /** Copies the codes, so that the value stays what it was. */
  public ExitRule {
    codes = Set.copyOf(codes);
  }

  /**
   * {@return whether it holds for an exit code}
   *
   * @param code 0 to 255
   */
  public boolean holdsFor(int code) {
    return codes.contains(code) == in;
  }
}
