package dev.sonde.processor.read;

import java.util.List;
import java.util.Optional;

/** What an annotation does beside setting a probe's parameters. */
public sealed interface DeclarationRole {

  /**
   * Nothing.
   *
   * @param foreign the health check that its class is for some framework
   */
  record Parameters(Optional<ForeignCheck> foreign) implements DeclarationRole {

    /** On a class that is nobody's check. */
    static final Parameters ONLY = new Parameters(Optional.empty());
  }

  /**
   * Declares checks.
   *
   * @param checks one, or one for each class that implements an abstract one
   */
  record Checks(List<CheckDeclaration> checks) implements DeclarationRole {

    /** Copies the checks, so that the value stays what it was. */
    public Checks {
      checks = List.copyOf(checks);
    }
  }

  /**
   * Declares an abstract check that nothing implements.
   *
   * @param method the method, such as {@code Database.reachable()}
   */
  record Unimplemented(String method) implements DeclarationRole {}
}
