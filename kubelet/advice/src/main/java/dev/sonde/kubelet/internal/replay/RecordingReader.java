package dev.sonde.kubelet.internal.replay;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads recordings: pods, events and lists of them as kubectl prints them, and metrics. */
final class RecordingReader {

  private static final String LIST = "List";

  private final Map<PodKey, RecordedPod> pods = new TreeMap<>();
  private final Map<String, RecordedEvent> events = new LinkedHashMap<>();
  private final List<ProbeCounter> counters = new ArrayList<>();
  private final Map<String, Integer> passedOver = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private int emptyLists;

  private RecordingReader() {}

  /**
   * {@return all that texts record, together}
   *
   * @param sources the texts
   * @throws UnreadableDocumentException if one cannot be read, or records nothing about pods
   */
  static Recording read(List<RecordingSource> sources) {
    RecordingReader reader = new RecordingReader();
    sources.forEach(reader::add);
    if (reader.found() == reader.emptyLists) {
      throw nothingIn(sources.get(0).name());
    }
    reader.passedOver.forEach(
        (what, count) -> reader.notes.add(count + " of " + what + " passed over."));
    return new Recording(
        new ArrayList<>(reader.pods.values()),
        new ArrayList<>(reader.events.values()),
        reader.counters,
        reader.notes);
  }

  private void add(RecordingSource source) {
    int before = found();
    if (source.isJson()) {
      RecordedJson.read(source.name(), source.text()).forEach(object -> add(object, ""));
    } else if (source.isMetrics()) {
      counters.addAll(ProberMetrics.read(source.name(), source.text()));
    }
    if (found() == before) {
      throw nothingIn(source.name());
    }
  }

  private static UnreadableDocumentException nothingIn(String file) {
    return UnreadableDocumentException.of(
        file,
        InputRules.RECORDING.finding(
            FieldPath.ROOT,
            "there is no pod in it, no event about one, and no count of a kubelet's prober.",
            "Write kubectl get pod,events -o json > FILE, or a kubelet's metrics/probes."));
  }

  private int found() {
    return pods.size() + events.size() + counters.size() + emptyLists;
  }

  /**
   * @param around the kind that the list says its items have, which the API server leaves out there
   */
  private void add(RecordedObject object, String around) {
    Optional<RecordedObject> watched =
        object.object("object").filter(o -> object.text("type").isPresent());
    if (watched.isPresent()) {
      add(watched.get(), "");
      return;
    }
    String kind = object.text("kind").orElse(around);
    if (kind.endsWith(LIST)) {
      addList(object, kind.substring(0, kind.length() - LIST.length()));
    } else if (kind.equals("Pod")) {
      RecordedPod pod = RecordedPod.read(object);
      pods.put(pod.key(), pod);
    } else if (kind.equals("Event")) {
      addEvent(object);
    } else {
      passOver(kind.isEmpty() ? "objects without a kind" : "kind " + kind);
    }
  }

  private void addList(RecordedObject list, String kind) {
    List<RecordedObject> items = list.objects("items");
    items.forEach(item -> add(item, kind));
    if (items.isEmpty()) {
      emptyLists++;
      notes.add("The list in " + list.file() + " is empty. " + RecordingGaps.KEPT);
    }
    Optional<RecordedObject> metadata = list.object("metadata");
    if (metadata.flatMap(meta -> meta.text("continue")).isPresent()) {
      long more = metadata.get().whole("remainingItemCount").orElse(0);
      notes.add(
          "The list in "
              + list.file()
              + " goes on"
              + (more > 0 ? ": " + more + " more are not here." : ": what follows is not here."));
    }
  }

  private void addEvent(RecordedObject object) {
    Optional<RecordedEvent> event = RecordedEvent.read(object);
    if (event.isEmpty()) {
      passOver("events that are about no pod, or have no time");
      return;
    }
    String uid = object.object("metadata").flatMap(meta -> meta.text("uid")).orElse("");
    // A watch prints an event again whenever its count goes up.
    events.put(uid.isEmpty() ? "no uid " + events.size() : uid, event.get());
  }

  private void passOver(String what) {
    passedOver.merge(what, 1, Integer::sum);
  }
}
