package dev.sonde.processor.plan;

import dev.sonde.processor.read.Check;

/**
 * A check under the name it is reported by.
 *
 * @param name the name
 * @param check the check
 */
public record NamedCheck(String name, Check check) {

  /** {@return what tells this check from others of the container, whatever probe asks it} */
  public String identity() {
    return CheckNames.identity(check);
  }
}
