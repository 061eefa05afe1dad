package dev.sonde.manifests.lint;

import dev.sonde.manifests.decode.JsonReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * On which nodes a pod may be, as far as its node selector and a required node affinity say so.
 *
 * @param demands all of them hold for each node
 */
record NodeChoice(List<Demand> demands) {

  /**
   * What is demanded of a label.
   *
   * @param label its name
   * @param absent whether a node without it will do
   * @param values the values that will do, or those that will not
   * @param excluded whether they are those that will not
   */
  private record Demand(String label, boolean absent, Set<String> values, boolean excluded) {

    boolean contradicts(Demand other) {
      return label.equals(other.label) && !(absent && other.absent) && !sharesValueWith(other);
    }

    private boolean sharesValueWith(Demand other) {
      if (excluded && other.excluded) {
        return true;
      }
      if (excluded) {
        return other.sharesValueWith(this);
      }
      return other.excluded
          ? !other.values.containsAll(values)
          : !Collections.disjoint(values, other.values);
    }
  }

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  static NodeChoice of(JsonReader podSpec) {
    List<Demand> demands = new ArrayList<>();
    podSpec
        .at(List.of("nodeSelector"))
        .texts()
        .forEach((label, value) -> demands.add(new Demand(label, false, Set.of(value), false)));
    List<JsonReader> terms =
        podSpec.at(List.of("affinity", "nodeAffinity", REQUIRED)).objects("nodeSelectorTerms");
    // Of several terms one is enough, so none of them is sure to hold.
    if (terms.size() == 1) {
      terms.get(0).objects("matchExpressions").forEach(one -> add(one, demands));
    }
    return new NodeChoice(List.copyOf(demands));
  }

  private static void add(JsonReader expression, List<Demand> demands) {
    String label = expression.text("key").orElse("");
    Set<String> values = new HashSet<>(expression.texts("values"));
    switch (expression.text("operator").orElse("")) {
      case "In" -> demands.add(new Demand(label, false, values, false));
      case "NotIn" -> demands.add(new Demand(label, true, values, true));
      case "Exists" -> demands.add(new Demand(label, false, Set.of(), true));
      case "DoesNotExist" -> demands.add(new Demand(label, true, Set.of(), false));
      default -> {
        // Gt and Lt compare numbers of nodes that nobody knows here.
      }
    }
  }

  boolean isApartFrom(NodeChoice other) {
    return demands.stream().anyMatch(one -> other.demands.stream().anyMatch(one::contradicts));
  }
}
