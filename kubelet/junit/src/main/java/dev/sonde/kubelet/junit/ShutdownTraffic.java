package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.handler.PodAddress;
import dev.sonde.kubelet.internal.handler.RealHandlers;
import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.RunningPod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deletes a pod under traffic and looks for requests that were lost. */
final class ShutdownTraffic {

  /** How long an application may take to answer its first requests. */
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  /** On the clock on the wall. In less, a busy machine may not come to ask even once. */
  private static final Duration SHORTEST_WINDOW = Duration.ofMillis(100);

  /** On top of the grace period, for the machine: a killed process takes a moment to be gone. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  private final RunningPod pod;
  private final EventLog log;
  private final LiveOptions options;
  private final TestUsers users;

  /**
   * Prepares it.
   *
   * @throws IllegalStateException if traffic arrives for too short a time to see what comes of it
   */
  ShutdownTraffic(RunningPod pod, EventLog log, LiveOptions options, RequestUrl url) {
    this.pod = pod;
    this.log = log;
    this.options = options;
    demandWindow();
    RealHandlers handlers =
        new RealHandlers(
            new PodAddress(options.address(), List.of()),
            options.version(),
            options.directory(),
            Map.of());
    this.users = new TestUsers(handlers.attempt(url.handler()), this::routed, pod::now);
  }

  /** {@return what went wrong; nothing if every request was answered} */
  Optional<String> play() {
    try (users) {
      users.start();
      if (!users.awaitAnswers(WARM_UP)) {
        users.stop();
        return Optional.of("Requests are lost before the shutdown already:" + list(users.lost()));
      }
      pod.delete();
      askLate();
      Duration longest = Duration.ofSeconds(options.terminationGracePeriodSeconds());
      Duration limit = pod.onTheWall(longest).plus(SLACK);
      if (log.await(0, PodEvent.PodEnded.class::isInstance, limit).isEmpty()) {
        users.stop();
        return Optional.of(
            "The pod is not gone " + AnnotatedSeconds.text(longest) + " after its deletion.");
      }
    }
    List<TestUsers.Lost> lost = users.lost();
    return lost.isEmpty() ? complaintOfNobody() : Optional.of(complaint(lost));
  }

  private void demandWindow() {
    if (pod.onTheWall(options.endpointDelay()).compareTo(SHORTEST_WINDOW) >= 0) {
      return;
    }
    double least = options.timeFactor() * SHORTEST_WINDOW.toMillis() / 1000;
    throw new IllegalStateException(
        ("Traffic arrives until %s after the deletion, at timeFactor = %s for %s on the clock on the"
                + " wall: too short to see what becomes of it. Give an endpoint delay of at least"
                + " %s, or a smaller timeFactor.")
            .formatted(
                AnnotatedSeconds.text(options.endpointDelay()),
                options.timeFactor(),
                AnnotatedSeconds.text(pod.onTheWall(options.endpointDelay())),
                AnnotatedSeconds.text(AnnotatedSeconds.of(least))));
  }

  /** All users may be waiting for slow answers; then one more asks before traffic ends. */
  private void askLate() {
    log.await(0, ShutdownTraffic::isEndOfTraffic, SLACK);
    window()
        .ifPresentOrElse(window -> users.askOnceMoreAt(window.late(), pod::onTheWall), users::stop);
  }

  private static boolean isEndOfTraffic(KubeletEvent event) {
    return event instanceof PodEvent.PodDeleted || event instanceof PodEvent.PodEnded;
  }

  private Optional<ShutdownWindow> window() {
    return log.last(PodEvent.PodDeleted.class)
        .map(deleted -> ShutdownWindow.of(deleted, options.endpointDelay()));
  }

  private Optional<String> complaintOfNobody() {
    if (window().filter(window -> window.isSeenBy(users.lastSent())).isPresent()) {
      return Optional.empty();
    }
    String delay = AnnotatedSeconds.text(options.endpointDelay());
    String half = AnnotatedSeconds.text(options.endpointDelay().dividedBy(2));
    return Optional.of(
        """
        Nobody asked late enough: no request was sent from %s to %s after the deletion.
        The machine was too busy to look, or the pod was gone before. Try again, or take a
        smaller timeFactor."""
            .formatted(half, delay));
  }

  /** Whether the Service sends requests here: as long as the news of the deletion is under way. */
  private boolean routed() {
    return window().map(window -> window.isOpenAt(pod.now())).orElse(true);
  }

  private String complaint(List<TestUsers.Lost> lost) {
    String delay = AnnotatedSeconds.text(options.endpointDelay());
    return """
        %d of %d requests were lost during the shutdown:%s
        Traffic arrives until %s after the deletion. Go on serving for so long after SIGTERM, then
        finish what is under way and end; or let a preStop hook sleep for so long."""
        .formatted(lost.size(), users.sent(), list(lost), delay);
  }

  /** One line for each reason, in the order in which they came. */
  private String list(List<TestUsers.Lost> lost) {
    Map<String, List<TestUsers.Lost>> byReason = new LinkedHashMap<>();
    lost.forEach(one -> byReason.computeIfAbsent(one.reason(), any -> new ArrayList<>()).add(one));
    StringBuilder lines = new StringBuilder();
    byReason.forEach(
        (reason, those) ->
            lines
                .append("\n  ")
                .append(those.size())
                .append(" x ")
                .append(reason)
                .append(when(those)));
    return lines.toString();
  }

  private String when(List<TestUsers.Lost> those) {
    long first = those.stream().mapToLong(TestUsers.Lost::at).min().orElse(0);
    return log.last(PodEvent.PodDeleted.class)
        .map(deleted -> first - deleted.at())
        .map(
            since ->
                ", the first sent "
                    + NanoTime.text(Math.abs(since))
                    + (since < 0 ? " before" : " after")
                    + " the deletion")
        .orElse("");
  }
}
