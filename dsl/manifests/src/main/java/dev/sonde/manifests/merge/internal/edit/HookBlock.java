package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.splice.BlockLayout;
import dev.sonde.manifests.splice.MappingEditor;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** The preStop hook's place: beside the postStart hook, in the container's {@code lifecycle}. */
record HookBlock(ContainerPlan plan, BlockLayout layout, ContainerEntries entries)
    implements BlockPlace {

  static final String LIFECYCLE = "lifecycle";
  static final String PRE_STOP = "preStop";

  @Override
  public String path() {
    return LIFECYCLE + "." + PRE_STOP;
  }

  @Override
  public Optional<YamlTreeNode> value() {
    return hooks().flatMap(hooks -> hooks.get(PRE_STOP));
  }

  @Override
  public Optional<MappingEntry> entry() {
    return ownHooks().flatMap(hooks -> hooks.entry(PRE_STOP));
  }

  @Override
  public ManifestPlace place() {
    return entry()
        .or(() -> container().entry(LIFECYCLE))
        .map(entry -> plan.target().place(entry.key()))
        .orElseGet(plan.target()::place);
  }

  @Override
  public void set(YamlNode value) {
    Optional<MappingNode> own = ownHooks().filter(hooks -> !hooks.entries().isEmpty());
    if (own.isEmpty()) {
      entries.set(LIFECYCLE, withOthers(value));
      return;
    }
    MappingEditor editor = editor(own.get());
    Optional<MappingEntry> entry = own.get().entry(PRE_STOP);
    if (entry.isPresent()) {
      editor.setValue(entry.get(), value);
    } else {
      List<MappingEntry> others = own.get().entries();
      editor.insertAfter(
          others.get(others.size() - 1), YamlMap.builder().put(PRE_STOP, value).build());
    }
    editor.finish();
  }

  /** Without its last hook the container needs no {@code lifecycle} either. */
  @Override
  public void remove() {
    MappingNode hooks = ownHooks().orElseThrow();
    if (hooks.entries().size() == 1) {
      entries.remove(container().entry(LIFECYCLE).orElseThrow());
      return;
    }
    MappingEditor editor = editor(hooks);
    editor.remove(hooks.entry(PRE_STOP).orElseThrow());
    editor.finish();
  }

  private MappingEditor editor(MappingNode hooks) {
    plan.edits(hooks);
    return MappingEditor.of(plan.target().source(), hooks, layout, plan.edits());
  }

  /** What comes in by an alias or a merge key is written out, to stand beside the hook. */
  private YamlMap withOthers(YamlNode value) {
    YamlMap.Builder all = YamlMap.builder();
    hooks().ifPresent(hooks -> all.putAll(NodeValues.map(hooks)));
    return all.put(PRE_STOP, value).build();
  }

  private MappingNode container() {
    return plan.target().node();
  }

  private Optional<MappingNode> hooks() {
    return container()
        .get(LIFECYCLE)
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast);
  }

  private Optional<MappingNode> ownHooks() {
    return ownHooks(container());
  }

  /** {@return the mapping that holds another hook, which must stay as it is} */
  static Optional<MappingNode> besideAnother(MappingNode container) {
    return ownHooks(container)
        .filter(hooks -> hooks.entries().stream().anyMatch(entry -> !entry.isNamed(PRE_STOP)));
  }

  private static Optional<MappingNode> ownHooks(MappingNode container) {
    return container
        .entry(LIFECYCLE)
        .map(MappingEntry::value)
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast);
  }
}
