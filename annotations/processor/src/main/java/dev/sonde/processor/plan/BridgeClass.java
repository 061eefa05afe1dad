package dev.sonde.processor.plan;

import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.CheckMethod;
import dev.sonde.processor.read.CompilationSurroundings;
import dev.sonde.processor.read.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A public class to generate beside a class that is visible in its own package only, so that the
 * endpoints of another package can ask its checks.
 *
 * @param owner the class that owns the checks
 * @param methods the checks, sorted by name
 * @param isParameter whether endpoints take it in place of the owner, which they cannot name
 * @param surroundings what its code may use
 */
public record BridgeClass(
    TypeRef owner,
    List<CheckMethod> methods,
    boolean isParameter,
    CompilationSurroundings surroundings) {

  /** Copies the methods, so that the value stays what it was. */
  public BridgeClass {
    methods = List.copyOf(methods);
  }

  /**
   * {@return the name of the bridge to a class}
   *
   * @param owner the class
   */
  public static ClassName nameOf(TypeRef owner) {
    return new ClassName(owner.packageName(), owner.flatName() + "HealthBridge");
  }

  /** Tells whether some of what it calls is deprecated. */
  public boolean callsDeprecated() {
    for (CheckMethod method : methods) {
      if (method.deprecated()) {
        return true;
      }
    }
    return owner.deprecated();
  }

  /** {@return the bridges that some endpoints need, sorted by name} */
  static List<BridgeClass> between(
      Collection<EndpointsClass> endpoints, CompilationSurroundings surroundings) {
    TreeMap<TypeRef, TreeMap<String, CheckMethod>> needed = new TreeMap<>();
    TreeSet<TypeRef> parameters = new TreeSet<>();
    for (EndpointsClass each : endpoints) {
      for (PlannedEndpoint endpoint : each.endpoints()) {
        for (NamedCheck check : endpoint.checks()) {
          if (!each.canCall(check.check())) {
            add(check.check(), needed);
            if (!each.canName(check.check().owner())) {
              parameters.add(check.check().owner());
            }
          }
        }
      }
    }
    List<BridgeClass> bridges = new ArrayList<>();
    for (var entry : needed.entrySet()) {
      bridges.add(
          new BridgeClass(
              entry.getKey(),
              new ArrayList<>(entry.getValue().values()),
              parameters.contains(entry.getKey()),
              surroundings));
    }
    return bridges;
  }

  private static void add(
      CheckDeclaration check, TreeMap<TypeRef, TreeMap<String, CheckMethod>> needed) {
    needed.putIfAbsent(check.owner(), new TreeMap<>());
    needed.get(check.owner()).put(check.method().name(), check.method());
  }
}
