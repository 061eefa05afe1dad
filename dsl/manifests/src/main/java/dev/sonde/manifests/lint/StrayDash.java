package dev.sonde.manifests.lint;

import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import java.util.ArrayList;
import java.util.List;

/** Finds the dash too many that makes a container's probes a container of their own. */
final class StrayDash {

  private StrayDash() {}

  static List<Finding> find(PodSpec pod, FieldPath path) {
    List<Finding> found = new ArrayList<>(0);
    find(pod.containers(), path.field(ContainerKind.MAIN.listField()), found);
    find(pod.initContainers(), path.field(ContainerKind.INIT.listField()), found);
    return found;
  }

  private static void find(List<ContainerSpec> containers, FieldPath list, List<Finding> found) {
    for (int i = 1; i < containers.size(); i++) {
      ContainerSpec container = containers.get(i);
      boolean onlyAdds =
          !container.probes().isEmpty()
              || !container.ports().isEmpty()
              || container.lifecycle().isPresent();
      if (container.name().isEmpty() && onlyAdds) {
        found.add(
            InputRules.STRAY_DASH.finding(
                list.index(i),
                "%s has no name, as if it belonged to the container before it."
                    .formatted(list.index(i)),
                "Remove the \"- \" here, and indent the lines like those of the container above."));
      }
    }
  }
}
