package dev.sonde.kubelet.internal.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Finds the fewest objectives that cannot be met together, and how far they are apart. */
final class ContradictionSearch {

  private static final long SECOND = 1000;
  private static final long MOST = 86_400 * SECOND;

  private final SuggestionSearch search;
  private final Objectives wanted;

  ContradictionSearch(SuggestionSearch search, Objectives wanted) {
    this.search = search;
    this.wanted = wanted;
  }

  /** {@return the contradiction; there is one} */
  Contradiction find() {
    Set<Objective> culprits =
        subsets().stream()
            .filter(some -> search.best(wanted.only(some)).isEmpty())
            .findFirst()
            .orElse(wanted.values().keySet());
    List<String> sentences = new ArrayList<>();
    List<String> remedies = new ArrayList<>();
    for (Objective one : culprits) {
      long value = wanted.value(one).orElseThrow();
      sentences.add(one.sentence(value));
      remedies.add(remedy(one, value, wanted.only(culprits)));
    }
    return new Contradiction(sentences, remedies);
  }

  /** The sets of objectives, the small ones first. */
  private List<Set<Objective>> subsets() {
    List<Set<Objective>> subsets = new ArrayList<>(List.of(EnumSet.noneOf(Objective.class)));
    for (Objective one : wanted.values().keySet()) {
      for (Set<Objective> some : List.copyOf(subsets)) {
        Set<Objective> more = EnumSet.of(one);
        more.addAll(some);
        subsets.add(more);
      }
    }
    subsets.sort(Comparator.comparingInt(Set::size));
    return subsets;
  }

  private String remedy(Objective one, long value, Objectives together) {
    OptionalLong possible = one.isTime() ? nearest(one, value, together) : OptionalLong.empty();
    boolean alone = together.values().size() == 1;
    if (possible.isEmpty()) {
      return "no other value of \"" + one.sentence(value) + "\" helps" + why(one);
    }
    String apart = one.words(Math.abs(possible.getAsLong() - value));
    String comparison = one.growsHarder() ? " shorter" : " longer";
    return "\""
        + one.sentence(possible.getAsLong())
        + "\" would do"
        + (alone ? "" : " with the rest as it is")
        + ": "
        + apart
        + comparison;
  }

  private static String why(Objective one) {
    return switch (one) {
      case HANG_RESTARTED_WITHIN -> " where no liveness probe notices a hang";
      case TRAFFIC_GONE_WITHIN -> " where no readiness probe notices a hang";
      case STARTS_SURVIVED -> "; it rests on what was measured";
      case READY_WITHIN, STALL_SURVIVED -> "";
    };
  }

  /** In steps of a second, as the numbers of probes are. */
  private OptionalLong nearest(Objective one, long value, Objectives together) {
    long bad = 0;
    long good = 1;
    while (!isPossible(one, moved(one, value, good), together)) {
      bad = good;
      good *= 2;
      if (good * SECOND > MOST || (one.growsHarder() && good * SECOND >= 2 * value)) {
        return OptionalLong.empty();
      }
    }
    while (good - bad > 1) {
      long middle = (good + bad) / 2;
      if (isPossible(one, moved(one, value, middle), together)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return OptionalLong.of(moved(one, value, good));
  }

  private static long moved(Objective one, long value, long seconds) {
    return one.growsHarder() ? Math.max(value - seconds * SECOND, 1) : value + seconds * SECOND;
  }

  private boolean isPossible(Objective one, long value, Objectives together) {
    return search.best(together.with(one, value)).isPresent();
  }
}
