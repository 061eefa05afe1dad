package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.report.model.Timeline;
import dev.sonde.kubelet.sim.TraceEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens, in words, without what repeats itself: of equal tries the first and the last. */
final class StoryMoments {

  /** More would not be read. */
  static final int MOST = 40;

  private final boolean namesPods;
  private final boolean namesContainers;
  private final Map<String, AttemptVerdict> last = new HashMap<>();

  private StoryMoments(boolean namesPods, boolean namesContainers) {
    this.namesPods = namesPods;
    this.namesContainers = namesContainers;
  }

  static List<Timeline.Moment> of(
      List<TraceEntry> entries, boolean fleet, boolean severalContainers) {
    StoryMoments moments = new StoryMoments(fleet, severalContainers);
    List<TraceEntry> told = entries.stream().filter(moments::isNews).toList();
    List<Timeline.Moment> all = new ArrayList<>();
    for (TraceEntry entry : told.subList(0, Math.min(MOST, told.size()))) {
      all.add(new Timeline.Moment(entry.event().at(), moments.words(entry)));
    }
    if (told.size() > MOST) {
      all.add(
          new Timeline.Moment(
              told.get(MOST).event().at(), "and " + (told.size() - MOST) + " more events"));
    }
    return all;
  }

  private boolean isNews(TraceEntry entry) {
    KubeletEvent event = entry.event();
    if (event instanceof ProbeEvent.ProbeTried tried) {
      return isNews(entry.pod(), tried);
    }
    if (event instanceof ProbeEvent.ProbeErrored errored) {
      return changed(entry.pod(), errored, AttemptVerdict.ERROR);
    }
    boolean told = event instanceof ProbeEvent.ProbeChanged;
    boolean ofPod = !namesContainers && event instanceof ContainerEvent.ReadyChanged;
    boolean asTraffic = namesPods && event instanceof PodEvent.PodReadyChanged;
    return !told && !ofPod && !asTraffic;
  }

  private boolean isNews(String pod, ProbeEvent.ProbeTried tried) {
    AttemptVerdict verdict = tried.outcome().verdict();
    boolean changed = changed(pod, tried, verdict);
    boolean decides = tried.run() == tried.threshold();
    return namesPods
        ? verdict == AttemptVerdict.FAILURE && decides
        : changed || (verdict == AttemptVerdict.FAILURE && decides);
  }

  private boolean changed(String pod, ProbeEvent event, AttemptVerdict verdict) {
    String whose = pod + '/' + event.container() + '/' + event.probe();
    return last.put(whose, verdict) != verdict;
  }

  private String words(TraceEntry entry) {
    String pod = namesPods ? entry.pod() : "";
    String container = namesContainers ? entry.event().container() : "";
    String who = pod + (pod.isEmpty() || container.isEmpty() ? "" : "/") + container;
    return who.isEmpty() ? entry.event().text() : who + ": " + entry.event().text();
  }
}
