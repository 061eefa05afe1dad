package dev.sonde.processor.read;

import dev.sonde.processor.diagnostic.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds annotations that do not stand for themselves: they say something of checks or findings. */
final class MarkReader {

  final List<SourcePlace> marks = new ArrayList<>();
  final List<DeclaredSuppression> suppressions = new ArrayList<>();

  /**
   * Reads what an element has.
   *
   * @param element a class, or a method of it
   */
  void read(Element element, TypeElement type, ClassInspector classes)
      throws UnresolvedTypeException {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      WrittenAnnotation written = WrittenAnnotation.of(mirror, SourcePlace.of(element));
      if (KnownNames.isMark(mirror)) {
        marks.add(written.place());
      } else if (KnownNames.is(mirror, KnownNames.SUPPRESS_ADVICE)) {
        suppressions.add(suppression(written, element, type, classes));
      } else if (KnownNames.is(mirror, KnownNames.SUPPRESS_ADVICE_ALL)) {
        for (WrittenAnnotation each : written.annotations("value")) {
          suppressions.add(suppression(each, element, type, classes));
        }
      }
    }
  }

  private static DeclaredSuppression suppression(
      WrittenAnnotation written, Element element, TypeElement type, ClassInspector classes)
      throws UnresolvedTypeException {
    return new DeclaredSuppression(
        written.requiredText("rule"),
        written.requiredText("reason"),
        SourcePlace.of(element),
        element == type,
        classes.refer(type));
  }
}
