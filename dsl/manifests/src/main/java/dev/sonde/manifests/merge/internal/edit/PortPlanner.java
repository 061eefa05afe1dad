package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.assign.PortNodes;
import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.splice.BlockLayout;
import dev.sonde.manifests.splice.ListEditor;
import dev.sonde.manifests.splice.MappingEditor;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.ManifestPorts;
import dev.sonde.model.ContainerPort;
import dev.sonde.rules.MergeRules;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Declares the ports that the probes need and the container lacks. */
final class PortPlanner {

  private final ContainerPlan plan;
  private final MergeTarget target;
  private final BlockLayout layout;
  private final ContainerEntries entries;
  private final MergeContext context;
  private final Set<String> named;

  /**
   * @param named the names of ports that the container's probes and hooks ask once all is done
   */
  PortPlanner(
      ContainerPlan plan,
      BlockLayout layout,
      ContainerEntries entries,
      MergeContext context,
      Set<String> named) {
    this.plan = plan;
    this.target = plan.target();
    this.layout = layout;
    this.entries = entries;
    this.context = context;
    this.named = named;
  }

  void plan(List<ContainerPort> needed) {
    List<YamlNode> missing = new ArrayList<>();
    for (ContainerPort port : needed) {
      refuseOtherNumber(port);
      Optional<MappingNode> declared = declaration(port);
      if (declared.isPresent()) {
        nameIt(port, declared.get());
      } else {
        missing.add(PortNodes.fields(port));
        report(port);
      }
    }
    List<YamlTreeNode> stale = stale(needed);
    if (!missing.isEmpty() || !stale.isEmpty()) {
      change(missing, stale);
    }
  }

  private Optional<MappingNode> declaration(ContainerPort needed) {
    return ManifestPorts.items(target.node())
        .filter(
            item ->
                ManifestPorts.read(item)
                    .filter(port -> port.containerPort() == needed.containerPort())
                    .isPresent())
        .findFirst();
  }

  private void refuseOtherNumber(ContainerPort needed) {
    ManifestPorts.of(target.node()).stream()
        .filter(port -> needed.name().isPresent() && port.name().equals(needed.name()))
        .filter(port -> port.containerPort() != needed.containerPort())
        .findFirst()
        .ifPresent(port -> refuse(port, needed));
  }

  private void refuse(ContainerPort declared, ContainerPort needed) {
    throw target.refuse(
        MergeRules.PORT_CONFLICT,
        target
            .node()
            .entry(PortNodes.FIELD)
            .map(entry -> target.place(entry.key()))
            .orElse(target.place()),
        "container \""
            + target.containerName()
            + "\" declares port "
            + MergeWords.of(PortNodes.fields(declared))
            + "; the probes need "
            + MergeWords.of(PortNodes.fields(needed))
            + ".",
        "Use one name and one number for it.");
  }

  /** The port is declared by its number; the probes may ask it by its name. */
  private void nameIt(ContainerPort needed, MappingNode item) {
    Optional<String> name = ManifestPorts.read(item).flatMap(ContainerPort::name);
    if (needed.name().isEmpty() || name.equals(needed.name())) {
      return;
    }
    if (name.isPresent()) {
      refuse(new ContainerPort(name, needed.containerPort()), needed);
    }
    YamlMap field = YamlMap.builder().put("name", needed.name()).build();
    plan.change(
        ChangeKind.MISSING,
        true,
        target.place(item),
        PortNodes.path(needed) + ".name",
        "",
        needed.name().orElseThrow());
    plan.edits(item);
    MappingEditor editor = MappingEditor.of(target.source(), item, layout, plan.edits());
    Optional<MappingEntry> empty = item.entry("name");
    if (empty.isPresent()) {
      editor.setValue(empty.get(), field.entries().values().iterator().next());
    } else {
      editor.insertAfter(item.entries().get(item.entries().size() - 1), field);
    }
    editor.finish();
  }

  private void report(ContainerPort port) {
    plan.change(
        ChangeKind.MISSING,
        true,
        target
            .node()
            .entry(PortNodes.FIELD)
            .map(entry -> target.place(entry.key()))
            .orElse(target.place()),
        PortNodes.path(port),
        "",
        MergeWords.of(PortNodes.fields(port)));
    plan.written().put(PortNodes.path(port), PortNodes.fields(port));
  }

  /** Ports that an earlier merge declared, that are unchanged, and that nothing names any more. */
  private List<YamlTreeNode> stale(List<ContainerPort> needed) {
    if (context.owned().fields().isEmpty() || !(own() instanceof SequenceNode list)) {
      return List.of();
    }
    return list.items().stream().filter(item -> isStale(item, needed)).toList();
  }

  private boolean isStale(YamlTreeNode item, List<ContainerPort> needed) {
    if (!(item instanceof MappingNode mapping)) {
      return false;
    }
    Optional<ContainerPort> port = ManifestPorts.read(mapping);
    boolean unneeded =
        port.isPresent()
            && NodeValues.of(item).equals(context.owned().fields().get(PortNodes.path(port.get())))
            && needed.stream().noneMatch(n -> n.containerPort() == port.get().containerPort());
    if (unneeded && isNamed(port.get())) {
      String path = PortNodes.path(port.get());
      plan.keeps(path);
      plan.change(ChangeKind.EXTRA, false, target.place(item), path, MergeWords.of(item), "");
    }
    return unneeded && !isNamed(port.get());
  }

  /** A probe or hook that stays, or a Service, would ask a port that is not there any more. */
  private boolean isNamed(ContainerPort port) {
    return port.name()
            .filter(name -> named.contains(name) || context.targets().contains(new YamlText(name)))
            .isPresent()
        || context.targets().contains(new YamlNumber(port.containerPort()));
  }

  private void change(List<YamlNode> missing, List<YamlTreeNode> stale) {
    for (YamlTreeNode item : stale) {
      plan.change(
          ChangeKind.STALE,
          true,
          target.place(item),
          ManifestPorts.read((MappingNode) item).map(PortNodes::path).orElse(PortNodes.FIELD),
          MergeWords.of(item),
          "");
    }
    if (!(own() instanceof SequenceNode list) || list.items().isEmpty()) {
      refuseShared();
      entries.set(PortNodes.FIELD, new YamlList(missing));
    } else if (stale.size() == list.items().size()) {
      replaceAll(missing);
    } else {
      edit(list, missing, stale);
    }
  }

  private void replaceAll(List<YamlNode> missing) {
    if (missing.isEmpty()) {
      entries.remove(target.node().entry(PortNodes.FIELD).orElseThrow());
    } else {
      entries.set(PortNodes.FIELD, new YamlList(missing));
    }
  }

  private void edit(SequenceNode list, List<YamlNode> missing, List<YamlTreeNode> stale) {
    plan.edits(list);
    ListEditor editor = ListEditor.of(target.source(), list, layout, plan.edits());
    stale.forEach(editor::remove);
    if (!missing.isEmpty()) {
      editor.append(missing);
    }
    editor.finish();
  }

  private YamlTreeNode own() {
    return target.node().entry(PortNodes.FIELD).map(MappingEntry::value).orElse(target.node());
  }

  private void refuseShared() {
    if (ManifestPorts.items(target.node()).findAny().isPresent()) {
      throw target.refuse(
          MergeRules.SHARED,
          target.place(),
          "the ports of container \""
              + target.containerName()
              + "\" stand elsewhere, behind an"
              + " alias or a merge key, and one is missing among them.",
          "Declare it there, or write the list out here.");
    }
  }
}
