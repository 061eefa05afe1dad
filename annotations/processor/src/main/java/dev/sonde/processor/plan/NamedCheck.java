package dev.sonde.processor.plan;

import dev.sonde.processor.read.Check;
import dev.sonde.processor.report.Place;

/**
 * A check under the name it is reported by.
 *
 * @param name the name
 * @param check the check
 * @param place where it is declared
 */
public record NamedCheck(String name, Check check, Place place) {

  /** {@return what tells this check from others of the container, whatever probe asks it} */
  public String identity() {
    return CheckNames.identity(check);
  }
}
