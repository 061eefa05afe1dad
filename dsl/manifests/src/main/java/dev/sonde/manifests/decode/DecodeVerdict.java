package dev.sonde.manifests.decode;

import static java.util.Comparator.comparing;

import dev.sonde.manifests.decode.DecodeProblem.Effect;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FieldPath.Field;
import dev.sonde.rules.FieldPath.Index;
import dev.sonde.rules.FieldPath.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What strict decoding comes to.
 *
 * @param reported the problems that the API server reports, in its order; none if it decodes the
 *     document
 * @param further problems that it would report only once those are mended
 * @param gated the fields that other releases take otherwise, in the order in which they were read
 */
public record DecodeVerdict(
    List<DecodeProblem> reported, List<DecodeProblem> further, List<GatedUse> gated) {

  /** Nothing is wrong. */
  static final DecodeVerdict ACCEPTED = new DecodeVerdict(List.of(), List.of(), List.of());

  /** So many unknown fields and duplicates are reported, and no more. */
  private static final int MOST = 100;

  /** Copies the lists, so that the value stays what it was. */
  public DecodeVerdict {
    reported = List.copyOf(reported);
    further = List.copyOf(further);
    gated = List.copyOf(gated);
  }

  /** Tells whether the API server goes on to validate. */
  public boolean accepted() {
    return reported.isEmpty();
  }

  /** {@return the problems that are reported, then the further ones} */
  public List<DecodeProblem> all() {
    List<DecodeProblem> all = new ArrayList<>(reported);
    all.addAll(further);
    return all;
  }

  /** The same of something that is further in. */
  DecodeVerdict below(FieldPath path) {
    return new DecodeVerdict(
        below(reported, path),
        below(further, path),
        gated.stream().map(use -> use.below(path)).toList());
  }

  DecodeVerdict with(List<GatedUse> uses) {
    return uses.isEmpty() ? this : new DecodeVerdict(reported, further, uses);
  }

  private static List<DecodeProblem> below(List<DecodeProblem> problems, FieldPath path) {
    return problems.stream().map(problem -> problem.below(path)).toList();
  }

  static DecodeVerdict of(
      Optional<DecodeProblem> inconvertible,
      List<DecodeProblem> problems,
      List<DecodeProblem> duplicates,
      boolean json) {
    if (inconvertible.isEmpty() && problems.isEmpty() && duplicates.isEmpty()) {
      return ACCEPTED;
    }
    List<DecodeProblem> all = ordered(problems, duplicates, json);
    List<DecodeProblem> reported =
        inconvertible
            .or(() -> first(all, Effect.STOPS))
            .or(() -> first(all, Effect.FAILS))
            .map(List::of)
            .orElseGet(() -> all.stream().limit(MOST).toList());
    List<DecodeProblem> further = new ArrayList<>(all);
    further.removeAll(reported);
    return new DecodeVerdict(reported, further, List.of());
  }

  /** JSON is decoded as it is written. YAML arrives sorted, and its duplicates come last. */
  private static List<DecodeProblem> ordered(
      List<DecodeProblem> problems, List<DecodeProblem> duplicates, boolean json) {
    List<DecodeProblem> all = new ArrayList<>(problems);
    if (!json) {
      all.sort(comparing(DecodeProblem::path, DecodeVerdict::alphabetically));
    }
    all.addAll(duplicates);
    if (json) {
      all.sort(comparing(problem -> problem.at().start()));
    }
    return distinct(all);
  }

  private static int alphabetically(FieldPath one, FieldPath other) {
    int common = Math.min(one.segments().size(), other.segments().size());
    for (int i = 0; i < common; i++) {
      int difference = alphabetically(one.segments().get(i), other.segments().get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(one.segments().size(), other.segments().size());
  }

  private static int alphabetically(Segment one, Segment other) {
    if (one instanceof Field first && other instanceof Field second) {
      return first.name().compareTo(second.name());
    }
    return one instanceof Index first && other instanceof Index second
        ? Integer.compare(first.index(), second.index())
        : 0;
  }

  /** The same sentence is reported once, such as that of a key that occurs three times. */
  private static List<DecodeProblem> distinct(List<DecodeProblem> problems) {
    Set<String> seen = new HashSet<>();
    return problems.stream()
        .filter(problem -> seen.add(problem.rule().id() + " " + problem.path()))
        .toList();
  }

  private static Optional<DecodeProblem> first(List<DecodeProblem> problems, Effect effect) {
    return problems.stream().filter(problem -> problem.effect() == effect).findFirst();
  }
}
