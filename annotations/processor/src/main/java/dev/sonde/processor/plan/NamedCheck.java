package dev.sonde.processor.plan;

import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.read.CheckDeclaration;
import java.util.ArrayList;
import java.util.List;

/**
 * A check under the name it is reported by.
 *
 * @param name the name
 * @param check the check
 * @param place where it is declared
 */
public record NamedCheck(String name, CheckDeclaration check, SourcePlace place) {

  /** {@return the names of checks, one after the other} */
  static String list(List<NamedCheck> checks) {
    List<String> names = new ArrayList<>();
    for (NamedCheck check : checks) {
      names.add(check.name());
    }
    return String.join(", ", names);
  }

  /** {@return what tells this check from others of the container, whatever probe asks it} */
  public String identity() {
    return CheckNames.identity(check);
  }
}
