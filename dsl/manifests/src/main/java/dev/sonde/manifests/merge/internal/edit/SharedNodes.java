package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.assign.RefusedException;
import dev.sonde.manifests.splice.TextEdit;
import dev.sonde.manifests.tree.AliasNode;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.MergeRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses to edit text that an alias elsewhere stands for: whoever uses the alias would change,
 * too.
 */
public final class SharedNodes {

  private final List<AliasNode> aliases = new ArrayList<>();

  public SharedNodes(YamlDocument document) {
    collect(document.root());
  }

  private void collect(YamlTreeNode node) {
    if (node instanceof AliasNode alias) {
      aliases.add(alias);
    } else if (node instanceof MappingNode mapping) {
      mapping
          .entries()
          .forEach(
              entry -> {
                collect(entry.key());
                collect(entry.value());
              });
    } else if (node instanceof SequenceNode sequence) {
      sequence.items().forEach(this::collect);
    }
  }

  /**
   * Looks at one container's plan.
   *
   * @param plan the plan
   * @param allowed the aliases by which the same probes reach the same container
   * @throws RefusedException if somebody else shares what it edits
   */
  public void check(ContainerPlan plan, List<AliasNode> allowed) {
    for (AliasNode alias : aliases) {
      if (!allowed.contains(alias) && !isReplaced(alias, plan)) {
        checkAgainst(alias, plan);
      }
    }
  }

  private static boolean isReplaced(YamlTreeNode node, ContainerPlan plan) {
    return plan.edits().inOrder().stream().anyMatch(edit -> covers(edit, node));
  }

  private static boolean covers(TextEdit edit, YamlTreeNode node) {
    return edit.start() <= node.start() && node.end() <= edit.end();
  }

  private static void checkAgainst(AliasNode alias, ContainerPlan plan) {
    YamlTreeNode anchored = alias.target();
    boolean editedInside = plan.edited().stream().anyMatch(node -> contains(anchored, node));
    if (editedInside || isReplaced(anchored, plan)) {
      MergeTarget target = plan.target();
      throw target.refuse(
          MergeRules.SHARED,
          target.place(anchored),
          "probes of container \""
              + target.containerName()
              + "\" would change inside &"
              + alias.name()
              + ", which *"
              + alias.name()
              + " in line "
              + target.place(alias).position().line()
              + " shares.",
          "Write out what the alias refers to.");
    }
  }

  private static boolean contains(YamlTreeNode outer, YamlTreeNode inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
