package dev.sonde.processor.read;

import dev.sonde.processor.diagnostic.SourcePlace;
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
      List.of(
          DeclaredPolicy.DEADLINE,
          DeclaredPolicy.CACHED_FOR,
          DeclaredPolicy.EVERY,
          DeclaredPolicy.DOWN_AFTER);

  private TraitsReader() {}

  /**
   * {@return what is said of a check}
   *
   * @param bearers what may say it; the first that does counts
   */
  static CheckTraits read(List<? extends Element> bearers, ElementPlaces places)
      throws UnresolvedTypeException {
    Optional<PlacedValue<String>> external = Optional.empty();
    Optional<DeclaredPolicy> policy = Optional.empty();
    List<SourcePlace> marks = new ArrayList<>();
    for (Element bearer : bearers) {
      for (AnnotationMirror mirror : bearer.getAnnotationMirrors()) {
        if (KnownNames.isMark(mirror)) {
          WrittenAnnotation written = WrittenAnnotation.of(mirror, places.of(bearer));
          marks.add(written.place());
          if (KnownNames.is(mirror, KnownNames.CHECK_POLICY)) {
            policy = policy.isPresent() ? policy : Optional.of(policy(written));
          } else {
            external = external.isPresent() ? external : Optional.of(external(written));
          }
        }
      }
    }
    return new CheckTraits(external, policy, marks);
  }

  private static PlacedValue<String> external(WrittenAnnotation external)
      throws UnresolvedTypeException {
    Optional<PlacedValue<String>> reason = external.text("livenessReason");
    return reason.isPresent() ? reason.get() : new PlacedValue<>("", external.place());
  }

  private static DeclaredPolicy policy(WrittenAnnotation policy) throws UnresolvedTypeException {
    Map<String, PlacedValue<Long>> numbers = new TreeMap<>();
    for (String name : NUMBERS) {
      Optional<PlacedValue<Long>> number = policy.longNumber(name);
      if (number.isPresent()) {
        numbers.put(name, number.get());
      }
    }
    return new DeclaredPolicy(policy.place(), policy.flag("required", true), numbers);
  }
}
