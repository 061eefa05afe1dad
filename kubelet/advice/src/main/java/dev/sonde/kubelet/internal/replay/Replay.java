package dev.sonde.kubelet.internal.replay;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells what really happened from what was recorded. */
public final class Replay {

  private final ReplayRequest request;
  private final Recording recording;
  private final Map<String, List<RecordedEvent>> events = new TreeMap<>();

  private Replay(ReplayRequest request, Recording recording) {
    this.request = request;
    this.recording = recording;
    recording
        .events()
        .forEach(
            event ->
                events.computeIfAbsent(event.pod().text(), name -> new ArrayList<>()).add(event));
  }

  /**
   * {@return what really happened}
   *
   * @param request what was recorded, and what of it counts
   * @throws UnreadableDocumentException if a text cannot be read, records nothing about pods, or
   *     nothing about the one that is asked for
   */
  public static ReplayReport of(ReplayRequest request) {
    return new Replay(request, RecordingReader.read(request.sources())).report();
  }

  private ReplayReport report() {
    Map<PodKey, RecordedPod> all = new TreeMap<>();
    recording.pods().forEach(pod -> all.put(pod.key(), pod));
    Stream.concat(
            recording.events().stream().map(RecordedEvent::pod),
            recording.counters().stream().map(counter -> counter.of().pod()))
        .distinct()
        .filter(key -> all.keySet().stream().noneMatch(known -> known.fits(key)))
        .toList()
        .forEach(key -> all.put(key, unseen(key)));
    List<PodReplay> pods =
        all.values().stream()
            .filter(pod -> isMeant(pod.key()))
            .map(this::replay)
            .filter(pod -> !pod.containers().isEmpty() || request.container().isEmpty())
            .toList();
    if (pods.isEmpty()) {
      throw unknown(all.keySet().stream().map(PodKey::text).distinct().toList());
    }
    return new ReplayReport(pods, recording.notes());
  }

  private boolean isMeant(PodKey key) {
    return request
        .pod()
        .map(wanted -> wanted.equals(key.name()) || wanted.equals(key.text()))
        .orElse(true);
  }

  private UnreadableDocumentException unknown(List<String> there) {
    String wanted =
        Stream.of(
                request.pod().map(pod -> "pod " + pod),
                request.container().map(c -> "container " + c))
            .flatMap(Optional::stream)
            .reduce((one, other) -> one + " with " + other)
            .orElse("pod");
    return UnreadableDocumentException.of(
        request.sources().get(0).name(),
        InputRules.CHOICE_UNKNOWN.finding(
            FieldPath.ROOT,
            "nothing is recorded of " + wanted + "; there is: " + String.join(", ", there) + ".",
            "Name one that is there."));
  }

  /** A pod that only events or counts tell of has the containers that they name. */
  private RecordedPod unseen(PodKey key) {
    Set<String> names = new LinkedHashSet<>();
    eventsOf(key).forEach(event -> event.container().ifPresent(names::add));
    recording.counters().stream()
        .filter(counter -> counter.of().pod().fits(key))
        .forEach(counter -> names.add(counter.of().container()));
    Optional<PodSpec> spec = request.probes().map(probed -> probed.pod());
    return RecordedPod.unseen(
        key,
        spec.orElse(PodSpec.of()),
        names.stream().map(name -> RecordedContainer.named(name, given(name, names))).toList());
  }

  /** The probes that were handed in belong to the container of that name, or to the only one. */
  private Optional<ContainerSpec> given(String name, Set<String> names) {
    return request
        .probes()
        .map(probed -> probed.container())
        .filter(
            given ->
                given.name().equals(Optional.of(name))
                    || (given.name().isEmpty() && names.size() == 1));
  }

  private List<RecordedEvent> eventsOf(PodKey key) {
    return events.getOrDefault(key.text(), List.of()).stream()
        .filter(event -> event.pod().fits(key))
        .toList();
  }

  private PodReplay replay(RecordedPod pod) {
    List<RecordedEvent> own = eventsOf(pod.key());
    boolean seen = recording.pods().contains(pod);
    return new PodReplay(
        pod.key().text(),
        ContainerTimeline.ofPod(
            pod, own.stream().filter(event -> event.container().isEmpty()).toList()),
        pod.containers().stream()
            .filter(one -> request.container().map(one.name()::equals).orElse(true))
            .map(one -> replay(pod, one, own))
            .toList(),
        RecordingGaps.ofPod(pod, own, seen));
  }

  private ContainerReplay replay(
      RecordedPod pod, RecordedContainer container, List<RecordedEvent> ofPod) {
    List<RecordedEvent> own =
        ofPod.stream()
            .filter(event -> event.container().equals(Optional.of(container.name())))
            .toList();
    RestartCauses causes = new RestartCauses(pod, container, own, request).find();
    return new ContainerReplay(
        container.name(),
        container.role(),
        container.restarts(),
        Stream.concat(ContainerTimeline.of(container, own).stream(), causes.inferred().stream())
            .sorted(ReplayLine.ORDER)
            .toList(),
        causes.decisions(),
        recording.counters().stream()
            .filter(counter -> counter.of().pod().fits(pod.key()))
            .filter(counter -> counter.of().container().equals(container.name()))
            .flatMap(
                counter -> CounterWords.of(counter, container.probe(counter.of().probe())).stream())
            .toList(),
        RecordingGaps.ofContainer(container, own));
  }
}
