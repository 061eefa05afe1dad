package dev.sonde.lint;

import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.rules.FieldPath;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod with what is known around it.
 *
 * @param spec the pod
 * @param path the way to it
 * @param surroundings what is known around it
 * @param main its main containers
 * @param sidecars its init containers that go on running
 */
record PodView(
    PodSpec spec,
    FieldPath path,
    PodContext surroundings,
    List<ContainerView> main,
    List<ContainerView> sidecars) {

  static PodView of(PodSpec pod, FieldPath path, PodContext surroundings) {
    return new PodView(
        pod,
        path,
        surroundings,
        views(ContainerKind.MAIN, pod.containers(), pod, path, surroundings),
        views(ContainerKind.SIDECAR, pod.initContainers(), pod, path, surroundings));
  }

  private static List<ContainerView> views(
      ContainerKind kind,
      List<ContainerSpec> containers,
      PodSpec pod,
      FieldPath path,
      PodContext surroundings) {
    List<ContainerView> views = new ArrayList<>(containers.size());
    for (int index = 0; index < containers.size(); index++) {
      ContainerSpec container = containers.get(index);
      if (kind == ContainerKind.MAIN || container.restartsAlways()) {
        views.add(
            ContainerView.in(
                pod, kind, container, path.field(kind.listField()).index(index), surroundings));
      }
    }
    return views;
  }

  List<ContainerView> containers() {
    List<ContainerView> all = new ArrayList<>(main);
    all.addAll(sidecars);
    return all;
  }

  /** Tells whether the pod is meant to end by itself. */
  boolean runsToAnEnd() {
    return surroundings.isJob()
        || !spec.effectiveRestartPolicy().equals(PodSpec.DEFAULT_RESTART_POLICY);
  }
}
