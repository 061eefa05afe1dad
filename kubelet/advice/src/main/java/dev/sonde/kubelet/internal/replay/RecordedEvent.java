package dev.sonde.kubelet.internal.replay;

import dev.sonde.model.ProbeKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event about a pod. The kubelet counts equal events together: of all but the first and the last
 * the time is not recorded.
 *
 * @param pod which pod
 * @param container the container's name; unset where it is about the pod
 * @param reason Kubernetes' own word, such as {@code Unhealthy}
 * @param message what it says, in one line
 * @param meaning what that tells about probes
 * @param probe which probe it is about
 * @param because why a try failed, as the kubelet says it; else the message
 * @param combined several messages were thrown together, and this is one of them
 * @param count how often it happened, at least 1
 * @param first when it happened first
 * @param last when it happened last
 */
record RecordedEvent(
    PodKey pod,
    Optional<String> container,
    String reason,
    String message,
    EventMeaning meaning,
    Optional<ProbeKind> probe,
    String because,
    boolean combined,
    long count,
    Instant first,
    Instant last) {

  private static final String COMBINED = "(combined from similar events): ";
  private static final Pattern UP_TO_COLON = Pattern.compile("^[^:]*: ");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern FIELD_PATH =
      Pattern.compile("spec\\.(?:initContainers|containers|ephemeralContainers)\\{(.+)}");
  private static final Pattern PROBE =
      Pattern.compile("(Startup|Liveness|Readiness) probe (failed|errored|warning)\\b(.*)");
  private static final Pattern KILL =
      Pattern.compile("Container (\\S+) failed (startup|liveness) probe\\b.*");
  private static final Pattern STOP = Pattern.compile("Stopping container (\\S+)");

  /**
   * {@return an event about a pod; nothing, if it is about something else}
   *
   * @param object the event, of {@code v1} or {@code events.k8s.io/v1}
   */
  static Optional<RecordedEvent> read(RecordedObject object) {
    Optional<RecordedObject> regarding =
        object.object("involvedObject").or(() -> object.object("regarding"));
    Optional<Instant> last = last(object);
    if (regarding.isEmpty()
        || !regarding.get().text("kind").equals(Optional.of("Pod"))
        || last.isEmpty()) {
      return Optional.empty();
    }
    String written =
        BLANKS
            .matcher(object.text("message").or(() -> object.text("note")).orElse(""))
            .replaceAll(" ");
    String reason = object.text("reason").orElse("");
    boolean combined = written.startsWith(COMBINED);
    String message = combined ? written.substring(COMBINED.length()) : written;
    return Optional.of(
        new RecordedEvent(
            PodKey.of(regarding.get()),
            container(regarding.get(), message),
            reason,
            message,
            meaning(reason, message),
            probe(message),
            because(message),
            combined,
            count(object),
            first(object).filter(first -> first.isBefore(last.get())).orElse(last.get()),
            last.get()));
  }

  private static Optional<Instant> first(RecordedObject object) {
    return object
        .moment("firstTimestamp")
        .or(() -> object.moment("deprecatedFirstTimestamp"))
        .or(() -> object.moment("eventTime"));
  }

  private static Optional<Instant> last(RecordedObject object) {
    return object
        .object("series")
        .flatMap(series -> series.moment("lastObservedTime"))
        .or(() -> object.moment("lastTimestamp"))
        .or(() -> object.moment("deprecatedLastTimestamp"))
        .or(() -> first(object));
  }

  private static long count(RecordedObject object) {
    OptionalLong series =
        object.object("series").map(one -> one.whole("count")).orElse(OptionalLong.empty());
    OptionalLong own = object.whole("count");
    long count =
        series.isPresent()
            ? series.getAsLong()
            : own.isPresent() ? own.getAsLong() : object.whole("deprecatedCount").orElse(1);
    return Math.max(count, 1);
  }

  private static Optional<String> container(RecordedObject regarding, String message) {
    Optional<String> path = regarding.text("fieldPath");
    Matcher field = FIELD_PATH.matcher(path.orElse(""));
    if (field.matches()) {
      return Optional.of(field.group(1));
    }
    Matcher kill = KILL.matcher(message);
    Matcher stop = STOP.matcher(message);
    return kill.matches()
        ? Optional.of(kill.group(1))
        : stop.matches() ? Optional.of(stop.group(1)) : Optional.empty();
  }

  private static EventMeaning meaning(String reason, String message) {
    Matcher probe = PROBE.matcher(message);
    return switch (reason) {
      case "Started" -> EventMeaning.STARTED;
      case "Unhealthy" ->
          probe.matches() && probe.group(2).equals("errored")
              ? EventMeaning.PROBE_ERRORED
              : probe.matches() ? EventMeaning.PROBE_FAILED : EventMeaning.OTHER;
      case "ProbeWarning" -> probe.matches() ? EventMeaning.PROBE_WARNED : EventMeaning.OTHER;
      case "Killing" ->
          KILL.matcher(message).matches() ? EventMeaning.PROBE_KILLED : EventMeaning.STOPPED;
      case "BackOff" -> message.contains("restarting") ? EventMeaning.BACK_OFF : EventMeaning.OTHER;
      default -> EventMeaning.OTHER;
    };
  }

  private static Optional<ProbeKind> probe(String message) {
    Matcher probe = PROBE.matcher(message);
    Matcher kill = KILL.matcher(message);
    String word = probe.matches() ? probe.group(1) : kill.matches() ? kill.group(2) : "";
    return Arrays.stream(ProbeKind.values())
        .filter(kind -> kind.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static String because(String message) {
    Matcher probe = PROBE.matcher(message);
    return probe.matches() ? UP_TO_COLON.matcher(probe.group(3)).replaceFirst("").strip() : message;
  }

  /** Tells whether the try waited for an answer until its time was up. */
  boolean isTimeout() {
    return message.contains("deadline exceeded")
        || message.contains("Client.Timeout")
        || message.contains("i/o timeout")
        || message.contains("timed out");
  }
}
