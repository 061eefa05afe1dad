package dev.sonde.processor.read;

import dev.sonde.processor.report.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Reads {@code @External} and {@code @CheckPolicy}. */
final class TraitsReader {

  private static final List<String> NUMBERS =
      List.of(Policy.DEADLINE, Policy.CACHED_FOR, Policy.EVERY, Policy.DOWN_AFTER);

  private TraitsReader() {}

  /**
   * {@return what is said of a check}
   *
   * @param bearers what may say it; the first that does counts
   */
  static Traits read(List<? extends Element> bearers, Places places) throws Unresolved {
    Optional<Placed<String>> external = Optional.empty();
    Optional<Policy> policy = Optional.empty();
    List<Place> marks = new ArrayList<>();
    for (Element bearer : bearers) {
      for (AnnotationMirror mirror : bearer.getAnnotationMirrors()) {
        if (Vocabulary.isMark(mirror)) {
          Written written = Written.of(mirror, places.of(bearer));
          marks.add(written.place());
          if (Vocabulary.is(mirror, Vocabulary.CHECK_POLICY)) {
            policy = policy.isPresent() ? policy : Optional.of(policy(written));
          } else {
            external = external.isPresent() ? external : Optional.of(external(written));
          }
        }
      }
    }
    return new Traits(external, policy, marks);
  }

  private static Placed<String> external(Written external) throws Unresolved {
    Optional<Placed<String>> reason = external.text("livenessReason");
    return reason.isPresent() ? reason.get() : new Placed<>("", external.place());
  }

  private static Policy policy(Written policy) throws Unresolved {
    Map<String, Placed<Long>> numbers = new TreeMap<>();
    for (String name : NUMBERS) {
      Optional<Placed<Long>> number = policy.longNumber(name);
      if (number.isPresent()) {
        numbers.put(name, number.get());
      }
    }
    return new Policy(policy.place(), policy.flag("required", true), numbers);
  }
}
