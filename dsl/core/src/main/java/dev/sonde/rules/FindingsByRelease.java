package dev.sonde.rules;

import dev.sonde.release.KubernetesVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * What several releases say of the same thing: what only some of them say is said for those. To be
 * used by one thread.
 *
 * @param <P> the place of a finding
 */
public final class FindingsByRelease<P> {

  private final List<KubernetesVersion> releases;
  private final Map<Key<P>, Said> all = new LinkedHashMap<>();

  /** Whoever says it, and however bad, it is the same. */
  private record Key<P>(String ruleId, FieldPath focus, String message, P place) {}

  private record Said(Finding finding, TreeSet<KubernetesVersion> by) {}

  /**
   * Prepares for releases.
   *
   * @param releases those that are asked
   */
  public FindingsByRelease(List<KubernetesVersion> releases) {
    this.releases = List.copyOf(releases);
  }

  /**
   * Adds what a release says. Of the same said by several the first counts.
   *
   * @param release one of those that are asked
   * @param finding what it says
   * @param place where
   */
  public void add(KubernetesVersion release, Finding finding, P place) {
    all.computeIfAbsent(
            new Key<>(finding.ruleId(), finding.focus(), finding.message(), place),
            unused -> new Said(finding, new TreeSet<>()))
        .by
        .add(release);
  }

  /**
   * Hands over what was said, in the order in which it was added.
   *
   * @param taker takes each finding with its place
   */
  public void forEach(BiConsumer<Finding, P> taker) {
    all.forEach((key, said) -> taker.accept(worded(said), key.place));
  }

  private Finding worded(Said said) {
    return said.by.size() == releases.size()
        ? said.finding
        : said.finding.withWords(
            "in %s: %s".formatted(words(List.copyOf(said.by)), said.finding.message()),
            said.finding.remedy());
  }

  /**
   * {@return the words for some releases, as {@code Kubernetes 1.35, 1.36 and 1.37}}
   *
   * @param releases at least one
   */
  public static String words(List<KubernetesVersion> releases) {
    int last = releases.size() - 1;
    String before =
        releases.subList(0, last).stream().map(Object::toString).collect(Collectors.joining(", "));
    return "Kubernetes " + before + (last == 0 ? "" : " and ") + releases.get(last);
  }
}
