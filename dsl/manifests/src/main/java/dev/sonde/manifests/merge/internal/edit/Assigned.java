package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.target.Ports;
import dev.sonde.manifests.merge.internal.target.Target;
import dev.sonde.manifests.tree.AliasNode;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A container, the probes that are meant for it, and what is to be done.
 *
 * @param probes what the code says
 * @param owned what earlier merges wrote there, by path
 * @param strict whether fields that the code leaves open must go
 * @param aliases the aliases by which the probes reach this container
 * @param plan what is to be done
 */
public record Assigned(
    ProbeSet probes,
    Map<String, YamlNode> owned,
    boolean strict,
    List<AliasNode> aliases,
    ContainerPlan plan) {

  public static Assigned plan(
      Target target,
      ProbeSet probes,
      Map<String, YamlNode> owned,
      boolean strict,
      List<AliasNode> aliases) {
    return new Assigned(
        probes, owned, strict, aliases, ContainerPlanner.plan(target, probes, owned, strict));
  }

  /** Plans the same for the container as it is after the edits. */
  ContainerPlan planAgain(Target edited) {
    return ContainerPlanner.plan(edited, probes, ownedAfter(), strict);
  }

  /** What merges will have written: what they wrote before and the code still says, and the new. */
  public Map<String, YamlNode> ownedAfter() {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    probes
        .probes()
        .forEach((kind, probe) -> fields.putAll(Paths.leaves(kind.fieldName(), probe.toFields())));
    probes
        .termination()
        .preStop()
        .ifPresent(hook -> fields.putAll(Paths.leaves("lifecycle.preStop", hook.toFields())));
    probes.ports().forEach(port -> fields.put(Ports.path(port), Ports.fields(port)));
    fields.keySet().removeIf(path -> !owned.containsKey(path) && !plan.written().containsKey(path));
    owned.forEach(
        (path, value) -> {
          if (plan.isKept(path)) {
            fields.put(path, value);
          }
        });
    return fields;
  }
}
