package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.live.LiveResult;
import dev.sonde.model.ProbeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in a few lines what a live kubelet saw. */
final class LiveSummary {

  private LiveSummary() {}

  static String of(LiveResult result) {
    StringBuilder text = new StringBuilder("\nSummary\n");
    for (ProbeKind kind : ProbeKind.values()) {
      List<ProbeEvent.ProbeTried> tries =
          of(result, ProbeEvent.ProbeTried.class).filter(tried -> tried.probe() == kind).toList();
      if (!tries.isEmpty()) {
        long failed =
            tries.stream()
                .filter(tried -> tried.outcome().verdict() == AttemptVerdict.FAILURE)
                .count();
        line(text, kind.word(), tries.size() + " tries, " + failed + " failed");
      }
    }
    line(text, "ready", at(of(result, PodEvent.PodReadyChanged.class).findFirst(), "never"));
    Optional<ContainerEvent.KillDecided> kill =
        of(result, ContainerEvent.KillDecided.class).findFirst();
    kill.ifPresent(decided -> line(text, "restart", at(kill, "") + ", " + decided.reason().text()));
    line(text, "ended", ending(result.ending()));
    return text.toString();
  }

  private static <E extends KubeletEvent> Stream<E> of(LiveResult result, Class<E> type) {
    return result.events().stream().filter(type::isInstance).map(type::cast);
  }

  private static String at(Optional<? extends KubeletEvent> event, String otherwise) {
    return event.map(happened -> "at t=" + NanoTime.text(happened.at())).orElse(otherwise);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  ")
        .append(name)
        .append(" ".repeat(11 - name.length()))
        .append(value)
        .append('\n');
  }

  private static String ending(LiveResult.Ending ending) {
    return switch (ending) {
      case GOAL_REACHED -> "goal reached";
      case TIME_UP -> "time is up";
      case POD_ENDED -> "the container ended and is not restarted";
      case STOPPED -> "stopped";
    };
  }
}
