package dev.sonde.processor.read;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Knows which classes Spring builds, and may put a proxy in front of. */
final class SpringBeans {

  private static final String COMPONENT = "org.springframework.stereotype.Component";

  private SpringBeans() {}

  /**
   * Tells whether a proxy would leave a method as it is, which then works on the proxy's own empty
   * fields; or could not be made at all.
   *
   * @param method the method that is called
   * @param owner the class of the object
   */
  static boolean isClosed(Element method, Element owner) {
    return (isFinal(method) || isFinal(owner)) && isComponent(owner, new HashSet<>());
  }

  private static boolean isFinal(Element element) {
    return element.getModifiers().contains(Modifier.FINAL);
  }

  /** An annotation may have it in turn, such as {@code @Service}. */
  private static boolean isComponent(Element element, Set<String> looked) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      Element annotation = mirror.getAnnotationType().asElement();
      if (KnownNames.is(mirror, COMPONENT)
          || (looked.add(annotation.toString()) && isComponent(annotation, looked))) {
        return true;
      }
    }
    return false;
  }
}
