package dev.sonde.processor.read;

import dev.sonde.processor.report.Place;
import dev.sonde.processor.report.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Remembers over all rounds what is compiled and what of it is annotated. By name: an element is
 * good for its own round only. Not thread-safe.
 */
public final class Seen {

  private final Set<String> compiled = new TreeSet<>();
  private final Set<String> annotated = new TreeSet<>();
  private final List<Problem> unnamed = new ArrayList<>();
  private Optional<Place> place = Optional.empty();

  /**
   * Adds what a round brings.
   *
   * @param round the round
   * @param annotations the annotations that are present in it
   * @param elements the compiler's
   * @return whether it brings any class
   */
  public boolean add(
      RoundEnvironment round, Set<? extends TypeElement> annotations, Elements elements) {
    boolean any = false;
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        compiled.add(type.getQualifiedName().toString());
        any = true;
      }
    }
    for (TypeElement annotation : annotations) {
      if (Vocabulary.annotations().contains(annotation.getQualifiedName().toString())) {
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
          annotated.add(classOf(element));
          place = Optional.of(Place.of(element));
          UnnamedClasses.judge(element, elements).ifPresent(unnamed::add);
        }
      }
    }
    return any;
  }

  /** {@return the full names of the classes that are annotated, or whose methods are; sorted} */
  public Set<String> annotated() {
    return Collections.unmodifiableSet(annotated);
  }

  /** {@return the place of something that is annotated} */
  public Optional<Place> place() {
    return place;
  }

  /** {@return what is wrong with what is annotated in classes without a name} */
  public List<Problem> unnamed() {
    return Collections.unmodifiableList(unnamed);
  }

  /** {@return the full names of the top-level classes that are compiled, sorted} */
  public Set<String> compiled() {
    return Collections.unmodifiableSet(compiled);
  }

  /** Tells whether a class is compiled here, and not taken from a class file. */
  boolean isCompiled(TypeElement type) {
    Element outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement outer) {
      outermost = outer;
    }
    return compiled.contains(((TypeElement) outermost).getQualifiedName().toString());
  }

  private static String classOf(Element element) {
    return element instanceof TypeElement
        ? element.toString()
        : String.valueOf(element.getEnclosingElement());
  }
}
