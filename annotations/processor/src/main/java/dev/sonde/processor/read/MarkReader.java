package dev.sonde.processor.read;

import dev.sonde.processor.report.Place;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds annotations that do not stand for themselves: they say something of checks or findings. */
final class MarkReader {

  final List<Place> marks = new ArrayList<>();
  final List<Suppression> suppressions = new ArrayList<>();

  /**
   * Reads what an element has.
   *
   * @param element a class, or a method of it
   */
  void read(Element element, TypeElement type, Classes classes) throws Unresolved {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      Written written = Written.of(mirror, Place.of(element));
      if (Vocabulary.isMark(mirror)) {
        marks.add(written.place());
      } else if (Vocabulary.is(mirror, Vocabulary.SUPPRESS_ADVICE)) {
        suppressions.add(suppression(written, element, type, classes));
      } else if (Vocabulary.is(mirror, Vocabulary.SUPPRESS_ADVICE_ALL)) {
        for (Written each : written.annotations("value")) {
          suppressions.add(suppression(each, element, type, classes));
        }
      }
    }
  }

  private static Suppression suppression(
      Written written, Element element, TypeElement type, Classes classes) throws Unresolved {
    return new Suppression(
        written.requiredText("rule"),
        written.requiredText("reason"),
        Place.of(element),
        element == type,
        classes.refer(type));
  }
}
