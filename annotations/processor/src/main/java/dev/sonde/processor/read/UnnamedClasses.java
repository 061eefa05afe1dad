package dev.sonde.processor.read;

import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.rules.JavaRule;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Knows the class of a compact source file, which no code can name, and so nothing can ask. */
final class UnnamedClasses {

  private UnnamedClasses() {}

  /**
   * {@return what is wrong with an annotation in such a class}
   *
   * @param element what is annotated
   */
  static Optional<SourceProblem> judge(Element element, Elements elements) {
    Element outermost = element;
    while (outermost.getEnclosingElement() instanceof TypeElement outer) {
      outermost = outer;
    }
    if (!(outermost.getEnclosingElement() instanceof PackageElement around)
        || !around.isUnnamed()
        || elements.getTypeElement(outermost.toString()) != null) {
      return Optional.empty();
    }
    SourcePlace place = SourcePlace.of(element);
    return Optional.of(
        SourceProblem.of(
            JavaRule.CHECK_VISIBILITY,
            place,
            place
                + " is in a compact source file, whose class has no name by which generated code"
                + " could call it.",
            "Declare a class around it, in a package."));
  }
}
