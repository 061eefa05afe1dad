package dev.sonde.processor.read;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Knows how kapt writes Kotlin as Java. */
final class KotlinStubs {

  private KotlinStubs() {}

  /** Tells whether a method is written in Kotlin. */
  static boolean isKotlin(ExecutableElement method) {
    return method.getEnclosingElement() instanceof TypeElement type && has(type, "kotlin.Metadata");
  }

  /**
   * Tells whether a method of a companion object only backs a static one of the class around it,
   * which has the same annotations.
   */
  static boolean isBehindStatic(ExecutableElement method) {
    if (method.getModifiers().contains(Modifier.STATIC) || !has(method, "kotlin.jvm.JvmStatic")) {
      return false;
    }
    if (!(method.getEnclosingElement() instanceof TypeElement companion)
        || !(companion.getEnclosingElement() instanceof TypeElement outer)) {
      return false;
    }
    for (ExecutableElement other : ElementFilter.methodsIn(outer.getEnclosedElements())) {
      if (other.getModifiers().contains(Modifier.STATIC)
          && other.getSimpleName().equals(method.getSimpleName())
          && other.getParameters().size() == method.getParameters().size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (KnownNames.is(mirror, annotation)) {
        return true;
      }
    }
    return false;
  }
}
