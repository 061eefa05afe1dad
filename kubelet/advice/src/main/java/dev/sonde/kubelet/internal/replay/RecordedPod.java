package dev.sonde.kubelet.internal.replay;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A pod as the API server printed it.
 *
 * @param key which pod
 * @param spec what its spec says about probes
 * @param containers its containers with their status, init containers first
 * @param startTime when the kubelet first saw it
 * @param readySince since when it is ready, if it is
 * @param unreadySince since when it is not ready, if it is not
 * @param deletedAt when it has to be gone, if it is being deleted
 */
record RecordedPod(
    PodKey key,
    PodSpec spec,
    List<RecordedContainer> containers,
    Optional<Instant> startTime,
    Optional<Instant> readySince,
    Optional<Instant> unreadySince,
    Optional<Instant> deletedAt) {

  static RecordedPod read(RecordedObject object) {
    RecordedObject nothing = new RecordedObject(object.file(), object.place(), Map.of());
    RecordedObject metadata = object.object("metadata").orElse(nothing);
    RecordedObject status = object.object("status").orElse(nothing);
    PodSpec spec = spec(object.object("spec").orElse(nothing));
    List<RecordedContainer> containers = new ArrayList<>();
    for (ContainerSpec one : spec.initContainers()) {
      String role = one.restartsAlways() ? "sidecar" : "init container";
      containers.add(container(role, one, status.objects("initContainerStatuses"), nothing));
    }
    for (ContainerSpec one : spec.containers()) {
      containers.add(container("container", one, status.objects("containerStatuses"), nothing));
    }
    return new RecordedPod(
        PodKey.of(metadata),
        spec,
        containers,
        status.moment("startTime"),
        ready(status, "True"),
        ready(status, "False"),
        metadata.moment("deletionTimestamp"));
  }

  private static RecordedContainer container(
      String role, ContainerSpec spec, List<RecordedObject> statuses, RecordedObject nothing) {
    return RecordedContainer.of(
        role,
        spec,
        statuses.stream()
            .filter(status -> status.text("name").equals(spec.name()))
            .findFirst()
            .orElse(nothing));
  }

  private static Optional<Instant> ready(RecordedObject status, String value) {
    return status.objects("conditions").stream()
        .filter(one -> one.text("type").equals(Optional.of("Ready")))
        .filter(one -> one.text("status").equals(Optional.of(value)))
        .findFirst()
        .flatMap(one -> one.moment("lastTransitionTime"));
  }

  /** Reads probes as everywhere: the reader of manifests knows their fields. */
  private static PodSpec spec(RecordedObject spec) {
    YamlStream stream = YamlStream.parse(RecordedJson.text(spec.fields()));
    return PodReader.read(JsonReader.of(stream.documents().get(0).root()));
  }

  /** {@return one that only events and counts tell of, with probes from another file, if any} */
  static RecordedPod unseen(PodKey key, PodSpec spec, List<RecordedContainer> containers) {
    return new RecordedPod(
        key,
        spec,
        containers,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  OptionalLong graceSeconds() {
    return OptionalLong.of(spec.effectiveTerminationGracePeriodSeconds());
  }
}
