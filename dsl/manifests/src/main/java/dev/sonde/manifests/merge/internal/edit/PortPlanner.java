package dev.sonde.manifests.merge.internal.edit;

import static java.util.stream.Collectors.toCollection;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.assign.PortNodes;
import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.splice.BlockLayout;
import dev.sonde.manifests.splice.ListEditor;
import dev.sonde.manifests.splice.MappingEditor;
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
import dev.sonde.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Declares the ports that the probes need and the container lacks. */
final class PortPlanner {

  private final ContainerPlan plan;
  private final MergeTarget target;
  private final BlockLayout layout;
  private final ContainerEntries entries;
  private final OwnPorts own;

  PortPlanner(ContainerPlan plan, BlockLayout layout, ContainerEntries entries, OwnPorts own) {
    this.plan = plan;
    this.target = plan.target();
    this.layout = layout;
    this.entries = entries;
    this.own = own;
  }

  void plan() {
    List<MappingNode> stale = items().filter(own::isStale).toList();
    List<MappingNode> unnamed =
        items().filter(own::isStaleName).collect(toCollection(ArrayList::new));
    items().forEach(item -> own.kept(item).ifPresent(path -> keep(path, item)));
    List<YamlNode> missing = new ArrayList<>();
    for (ContainerPort port : own.needed()) {
      refuseOtherNumber(port);
      Optional<MappingNode> declared = declaration(port, stale);
      if (declared.isPresent()) {
        if (port.name().isPresent()) {
          nameIt(port, declared.get());
          unnamed.remove(declared.get());
        }
      } else {
        missing.add(PortNodes.fields(port));
        report(port);
      }
    }
    unnamed.forEach(this::takeName);
    if (!missing.isEmpty() || !stale.isEmpty()) {
      change(missing, stale);
    }
  }

  /** The entries of the container's own list. */
  private Stream<MappingNode> items() {
    return list() instanceof SequenceNode list
        ? list.items().stream().filter(MappingNode.class::isInstance).map(MappingNode.class::cast)
        : Stream.empty();
  }

  private Optional<MappingNode> declaration(ContainerPort needed, List<MappingNode> stale) {
    return ManifestPorts.items(target.node())
        .filter(item -> !stale.contains(item))
        .filter(
            item ->
                ManifestPorts.read(item)
                    .filter(port -> port.containerPort() == needed.containerPort())
                    .isPresent())
        .findFirst();
  }

  private void refuseOtherNumber(ContainerPort needed) {
    own.lasting(target.node()).stream()
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
    if (name.equals(needed.name())) {
      return;
    }
    if (name.isPresent() && !own.isStaleName(item)) {
      refuse(new ContainerPort(name, needed.containerPort()), needed);
    }
    YamlText given = new YamlText(needed.name().orElseThrow());
    plan.change(
        name.isPresent() ? ChangeKind.DIFFERENT : ChangeKind.MISSING,
        true,
        target.place(item),
        OwnPorts.namePath(needed),
        name.orElse(""),
        given.value());
    plan.written().put(OwnPorts.namePath(needed), given);
    MappingEditor editor = editor(item);
    Optional<MappingEntry> there = item.entry("name");
    if (there.isPresent()) {
      editor.setValue(there.get(), given);
    } else {
      editor.insertAfter(
          item.entries().get(item.entries().size() - 1),
          YamlMap.builder().put("name", given.value()).build());
    }
    editor.finish();
  }

  private void takeName(MappingNode item) {
    item.entry("name")
        .ifPresent(
            name -> {
              plan.change(
                  ChangeKind.STALE,
                  true,
                  target.place(name.key()),
                  ManifestPorts.read(item).map(OwnPorts::namePath).orElse(PortNodes.FIELD),
                  MergeWords.of(name.value()),
                  "");
              MappingEditor editor = editor(item);
              editor.remove(name);
              editor.finish();
            });
  }

  private MappingEditor editor(MappingNode item) {
    plan.edits(item);
    return MappingEditor.of(target.source(), item, layout, plan.edits());
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

  private void keep(String path, MappingNode item) {
    plan.keeps(path);
    plan.change(ChangeKind.EXTRA, false, target.place(item), path, MergeWords.of(item), "");
  }

  private void change(List<YamlNode> missing, List<MappingNode> stale) {
    for (MappingNode item : stale) {
      plan.change(
          ChangeKind.STALE,
          true,
          target.place(item),
          ManifestPorts.read(item).map(PortNodes::path).orElse(PortNodes.FIELD),
          MergeWords.of(item),
          "");
    }
    if (!(list() instanceof SequenceNode list) || list.items().isEmpty()) {
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

  private void edit(SequenceNode list, List<YamlNode> missing, List<MappingNode> stale) {
    plan.edits(list);
    ListEditor editor = ListEditor.of(target.source(), list, layout, plan.edits());
    stale.forEach(editor::remove);
    if (!missing.isEmpty()) {
      editor.append(missing);
    }
    editor.finish();
  }

  private YamlTreeNode list() {
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
