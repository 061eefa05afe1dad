package dev.sonde.processor.plan;

import dev.sonde.model.ShutdownTiming;
import dev.sonde.processor.read.Accessibility;
import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.CompilationSurroundings;
import dev.sonde.processor.read.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The class to generate for the endpoints of a container.
 *
 * @param name its name
 * @param container the container's name, for people
 * @param port the port that the probes ask
 * @param tls whether it is served with TLS
 * @param endpoints what to serve
 * @param shutdown how the application stops, where that is declared
 * @param counts how many objects there are of classes of which there is not just one, by name
 * @param surroundings what its code may use
 */
public record EndpointsClass(
    ClassName name,
    String container,
    int port,
    boolean tls,
    List<PlannedEndpoint> endpoints,
    Optional<ShutdownTiming> shutdown,
    Map<String, OwnerCount> counts,
    CompilationSurroundings surroundings) {

  /** Copies the collections, so that the value stays what it was. */
  public EndpointsClass {
    endpoints = List.copyOf(endpoints);
    counts = Map.copyOf(counts);
  }

  /**
   * {@return how many objects there are to be asked for a check}
   *
   * @param check the check
   */
  public OwnerCount countFor(CheckDeclaration check) {
    return check.method().isStatic() ? OwnerCount.ONE : countOf(check.owner());
  }

  /**
   * {@return how many objects of a class there are}
   *
   * @param owner the class
   */
  public OwnerCount countOf(TypeRef owner) {
    return counts.getOrDefault(owner.qualifiedName(), OwnerCount.ONE);
  }

  /** Tells whether there is just one object of each class. */
  public boolean hasSingleOwners() {
    for (TypeRef owner : owners()) {
      if (countOf(owner) != OwnerCount.ONE) {
        return false;
      }
    }
    return true;
  }

  /** {@return the classes whose objects are asked, sorted by name} */
  public Collection<TypeRef> owners() {
    TreeSet<TypeRef> owners = new TreeSet<>();
    for (PlannedEndpoint endpoint : endpoints) {
      for (NamedCheck check : endpoint.checks()) {
        if (!check.check().method().isStatic()) {
          owners.add(check.check().owner());
        }
      }
    }
    return owners;
  }

  /** Tells whether a probe asks over HTTP. */
  public boolean isServed() {
    for (PlannedEndpoint endpoint : endpoints) {
      if (endpoint.overHttp()) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a probe looks at a file. */
  public boolean hasHeartbeats() {
    for (PlannedEndpoint endpoint : endpoints) {
      if (endpoint.heartbeat().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** {@return the checks that several probes ask, sorted by name} */
  public List<NamedCheck> sharedChecks() {
    Set<String> once = new HashSet<>();
    TreeMap<String, NamedCheck> shared = new TreeMap<>();
    for (PlannedEndpoint endpoint : endpoints) {
      for (NamedCheck check : endpoint.checks()) {
        if (!once.add(check.identity())) {
          shared.put(check.identity(), check);
        }
      }
    }
    return new ArrayList<>(shared.values());
  }

  /**
   * Tells whether code of this class can name another class.
   *
   * @param type the other class
   */
  public boolean canName(TypeRef type) {
    return type.reach() == Accessibility.EVERYWHERE
        || type.packageName().equals(name.packageName());
  }

  /**
   * Tells whether code of this class can call a check; otherwise it takes a {@link BridgeClass}.
   *
   * @param check the check
   */
  public boolean canCall(CheckDeclaration check) {
    return check.reach() == Accessibility.EVERYWHERE
        || check.owner().packageName().equals(name.packageName());
  }

  /** Tells whether some of what it calls is deprecated. */
  public boolean callsDeprecated() {
    for (PlannedEndpoint endpoint : endpoints) {
      for (NamedCheck check : endpoint.checks()) {
        if (check.check().owner().deprecated() || check.check().method().deprecated()) {
          return true;
        }
      }
    }
    return false;
  }
}
