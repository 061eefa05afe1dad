package dev.sonde.processor.read;

import dev.sonde.model.ProbeKind;
import dev.sonde.processor.diagnostic.SourcePlace;
import java.util.List;
import java.util.Optional;

/**
 * One {@code @Startup}, {@code @Liveness} or {@code @Readiness} as it is written.
 *
 * @param kind which of the three
 * @param place the annotation
 * @param declaredIn the class that bears it, or whose method bears it
 * @param onMethod whether a method bears it
 * @param container the container that it names
 * @param name the name that it gives to a check
 * @param settings the parameters that it sets
 * @param role what else it does
 * @param withoutChecks where it says that the probe asks no checks on purpose
 */
public record ProbeDeclaration(
    ProbeKind kind,
    SourcePlace place,
    TypeRef declaredIn,
    boolean onMethod,
    Optional<PlacedValue<String>> container,
    Optional<PlacedValue<String>> name,
    ProbeSettings settings,
    DeclarationRole role,
    Optional<SourcePlace> withoutChecks)
    implements Comparable<ProbeDeclaration> {

  /** {@return the checks that it declares; none, if it declares none or they are unimplemented} */
  public List<CheckDeclaration> checks() {
    return role instanceof DeclarationRole.Checks declared ? declared.checks() : List.of();
  }

  /**
   * {@return the same declaration of only some of its checks}
   *
   * @param some the checks
   */
  public ProbeDeclaration withChecks(List<CheckDeclaration> some) {
    return new ProbeDeclaration(
        kind,
        place,
        declaredIn,
        onMethod,
        container,
        name,
        settings,
        new DeclarationRole.Checks(some),
        withoutChecks);
  }

  /**
   * Tells whether it is in a class, or declares a check that a class owns.
   *
   * @param className the full name of the class
   */
  public boolean concerns(String className) {
    if (declaredIn.qualifiedName().equals(className)) {
      return true;
    }
    for (CheckDeclaration check : checks()) {
      if (check.owner().qualifiedName().equals(className)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(ProbeDeclaration other) {
    return place.compareTo(other.place);
  }
}
