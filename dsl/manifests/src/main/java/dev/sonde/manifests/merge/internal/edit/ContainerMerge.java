package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.assign.PortNodes;
import dev.sonde.manifests.merge.record.MergeRecord.Owned;
import dev.sonde.manifests.tree.AliasNode;
import dev.sonde.manifests.workload.ManifestPorts;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.ApiRules;
import dev.sonde.rules.Finding;
import dev.sonde.rules.ProbeRules;
import dev.sonde.rules.Rule;
import dev.sonde.yaml.YamlBoolean;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNull;
import dev.sonde.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A container, the probes that are meant for it, and what is to be done.
 *
 * @param probes what the code says
 * @param context what else matters
 * @param aliases the aliases by which the probes reach this container
 * @param plan what is to be done
 */
public record ContainerMerge(
    ProbeSet probes, MergeContext context, List<AliasNode> aliases, ContainerPlan plan) {

  private static final Set<Rule> MAY_BE_FILLED_IN =
      Set.of(ApiRules.HANDLER_MISSING, ApiRules.PORT_RANGE);

  private static final String PRE_STOP = LifecycleBlock.path(LifecycleEntries.PRE_STOP);
  private static final String STOP_SIGNAL = LifecycleBlock.path(LifecycleEntries.STOP_SIGNAL);

  public static ContainerMerge plan(
      MergeTarget target, ProbeSet probes, MergeContext context, List<AliasNode> aliases) {
    ProbeSet suited = target.workload().kind().suited(probes, ManifestPorts.of(target.node()));
    suited.probes().forEach((kind, probe) -> refuseIncomplete(target, kind, probe));
    return new ContainerMerge(
        suited, context, aliases, ContainerPlanner.plan(target, suited, context));
  }

  /** What only some kinds of workloads fill in may be left open by the code. */
  private static void refuseIncomplete(MergeTarget target, ProbeKind kind, Probe probe) {
    for (Finding finding : ProbeRules.validate(kind, probe).errors()) {
      if (MAY_BE_FILLED_IN.contains(finding.rule())) {
        throw target.refuse(
            finding.rule(),
            target.place(),
            finding.message(),
            "Set it where the probes are declared: " + target.workload().text() + " needs it.");
      }
    }
  }

  /** Plans the same for the container as it is after the edits. */
  ContainerPlan planAgain(MergeTarget edited) {
    return ContainerPlanner.plan(edited, probes, context.with(ownedAfter()));
  }

  /** What earlier merges did there. */
  public Owned owned() {
    return context.owned();
  }

  /** What merges will have done to the container itself. */
  public Owned ownedAfter() {
    Map<String, YamlNode> before = before();
    boolean known = owned().before().isPresent() || !before.isEmpty();
    return new Owned(owned().source(), fields(), known ? Optional.of(before) : Optional.empty());
  }

  /** What they wrote before and the code still says, and the new. */
  private Map<String, YamlNode> fields() {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    probes
        .probes()
        .forEach(
            (kind, probe) -> {
              fields.putAll(ProbePaths.leaves(kind.fieldName(), probe.toFields()));
              fields.put(kind.fieldName() + "." + ContainerPlanner.SWITCH, new YamlBoolean(true));
              addNulls(kind.fieldName(), fields);
            });
    probes
        .termination()
        .preStop()
        .ifPresent(
            hook -> {
              fields.putAll(ProbePaths.leaves(PRE_STOP, hook.toFields()));
              addNulls(PRE_STOP, fields);
            });
    probes
        .termination()
        .stopSignal()
        .ifPresent(signal -> fields.put(STOP_SIGNAL, new YamlText(signal)));
    fields.putAll(probes.restart().toFields().entries());
    probes.ports().forEach(port -> addPort(port, fields));
    fields
        .keySet()
        .removeIf(path -> !owned().fields().containsKey(path) && !plan.written().containsKey(path));
    owned().fields().forEach((path, value) -> keep(path, value, fields));
    return fields;
  }

  private static void addPort(ContainerPort port, Map<String, YamlNode> fields) {
    fields.put(PortNodes.path(port), PortNodes.fields(port));
    port.name().ifPresent(name -> fields.put(OwnPorts.namePath(port), new YamlText(name)));
  }

  /** A patch may say that what it patches loses its handlers. */
  private static void addNulls(String block, Map<String, YamlNode> fields) {
    for (String handler : ProbeDiff.HANDLERS) {
      String path = block + "." + handler;
      if (fields.keySet().stream().noneMatch(field -> field.startsWith(path + "."))) {
        fields.putIfAbsent(path, new YamlNull());
      }
    }
  }

  /** What means the same is not written again, and stands there as it was written first. */
  private void keep(String path, YamlNode value, Map<String, YamlNode> fields) {
    boolean stands = fields.containsKey(path) && !plan.written().containsKey(path);
    if (stands || plan.isKept(path)) {
      fields.put(path, value);
    }
  }

  /** Of what was there before, as far as it is not back: the oldest value. */
  private Map<String, YamlNode> before() {
    Map<String, YamlNode> before = new LinkedHashMap<>(plan.writtenOver());
    before.putAll(owned().knownBefore());
    before
        .keySet()
        .removeIf(path -> !plan.isKept(path) && (!isDeclared(path) || plan.isBack(path)));
    return before;
  }

  private boolean isDeclared(String path) {
    return probes.probes().keySet().stream()
            .anyMatch(kind -> path.startsWith(kind.fieldName() + "."))
        || (probes.termination().preStop().isPresent() && path.startsWith(PRE_STOP + "."))
        || (probes.termination().stopSignal().isPresent() && path.equals(STOP_SIGNAL))
        || probes.restart().toFields().entries().containsKey(path);
  }
}
