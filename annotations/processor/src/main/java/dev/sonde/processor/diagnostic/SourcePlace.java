package dev.sonde.processor.diagnostic;

import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A place in the sources: an element, an annotation on it, or one of the annotation's values.
 * Immutable; good for the round of compilation it was made in, and later only for its text.
 *
 * <p>Places sort by the names of what they point at, never by their position in a file, so that the
 * order does not depend on how the compiler was called.
 */
public final class SourcePlace implements Comparable<SourcePlace> {

  private final Element element;
  private final @Nullable AnnotationMirror annotation;
  private final @Nullable AnnotationValue value;
  private final boolean standsIn;
  private final String text;
  private final String order;

  private SourcePlace(
      Element element,
      @Nullable AnnotationMirror annotation,
      @Nullable AnnotationValue value,
      boolean standsIn,
      String text,
      String order) {
    this.element = element;
    this.annotation = annotation;
    this.value = value;
    this.standsIn = standsIn;
    this.text = text;
    this.order = order;
  }

  /**
   * {@return the place of an element}
   *
   * @param element a type or a method
   */
  public static SourcePlace of(Element element) {
    return new SourcePlace(element, null, null, false, describe(element), order(element));
  }

  /**
   * {@return this place, described as that of an element without source, which came from a class
   * file; so are the annotations and values within}
   *
   * @param other the element that is meant
   */
  public SourcePlace standingInFor(Element other) {
    return new SourcePlace(element, annotation, value, true, describe(other), order + order(other));
  }

  /**
   * {@return the place of one of the annotations of what is here}
   *
   * @param mirror the annotation
   */
  public SourcePlace annotation(AnnotationMirror mirror) {
    String name = "@" + mirror.getAnnotationType().asElement().getSimpleName();
    return new SourcePlace(
        element,
        standsIn ? annotation : mirror,
        standsIn ? value : null,
        standsIn,
        name + " on " + text,
        // A blank sorts first: what is on a class comes before what is on its members.
        order + " " + name);
  }

  /**
   * {@return the place of one of the values of the annotation that is here}
   *
   * @param inner the value
   * @param path the way from the annotation to the value, such as {@code httpGet.port}
   */
  public SourcePlace value(AnnotationValue inner, String path) {
    return new SourcePlace(
        element, annotation, standsIn ? value : inner, standsIn, text, order + "." + path);
  }

  /** Tells whether it stands in for a place that has no source. */
  boolean standsIn() {
    return standsIn;
  }

  /** {@return the element at or around this place} */
  public Element element() {
    return element;
  }

  /**
   * Tells whether it is at or within a class or method.
   *
   * @param outer the place of the class or method
   */
  public boolean isWithin(SourcePlace outer) {
    for (Element each = element; each != null; each = each.getEnclosingElement()) {
      if (each.equals(outer.element)) {
        return true;
      }
    }
    return false;
  }

  /** {@return the name of the package that this place is in, empty for the unnamed one} */
  public String packageName() {
    Element each = element;
    while (!(each instanceof PackageElement)) {
      each = around(each);
    }
    return ((PackageElement) each).getQualifiedName().toString();
  }

  String order() {
    return order;
  }

  @Nullable AnnotationMirror annotation() {
    return annotation;
  }

  @Nullable AnnotationValue value() {
    return value;
  }

  @Override
  public int compareTo(SourcePlace other) {
    return order.compareTo(other.order);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourcePlace place && order.equals(place.order);
  }

  @Override
  public int hashCode() {
    return order.hashCode();
  }

  /** {@return the place in words, such as {@code @Readiness on Database.reachable()}} */
  @Override
  public String toString() {
    return text;
  }

  private static String describe(Element element) {
    Element outer = around(element);
    return (outer instanceof TypeElement ? describe(outer) + "." : "") + ownName(element);
  }

  private static String ownName(Element element) {
    return element.getKind() == ElementKind.METHOD
        ? element.toString()
        : element.getSimpleName().toString();
  }

  private static String order(Element element) {
    if (element instanceof TypeElement type) {
      return type.getQualifiedName().toString();
    }
    return order(around(element)) + "#" + element;
  }

  /** Only modules have nothing around them, and nothing is in a module outside of a package. */
  private static Element around(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement());
  }
}
