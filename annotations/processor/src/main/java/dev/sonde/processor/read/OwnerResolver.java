package dev.sonde.processor.read;

import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Decides whose objects are asked. */
final class OwnerResolver {

  private final Elements elements;
  private final ImplementationFinder implementations;

  OwnerResolver(Elements elements, ImplementationFinder implementations) {
    this.elements = elements;
    this.implementations = implementations;
  }

  /**
   * {@return the classes that own the check: of a concrete class or a static method, the class
   * itself; of an abstract one, those that implement it, and where there are none, the class itself
   * as long as the method has a body}
   *
   * <p>A class is left out if it, or something on the way to it, has an annotation of the same kind
   * on what it overrides: that is a declaration of its own.
   *
   * @param declaredIn the annotated class, or the class of the annotated method
   * @param method the method that will be called
   * @param bearer what has the annotation
   */
  List<TypeElement> of(
      TypeElement declaredIn, ExecutableElement method, Element bearer, ProbeKind kind)
      throws UnresolvedTypeException {
    if (ClassInspector.isConcrete(declaredIn) || method.getModifiers().contains(Modifier.STATIC)) {
      return List.of(declaredIn);
    }
    List<TypeElement> candidates = implementations.of(declaredIn);
    List<TypeElement> owners = new ArrayList<>();
    for (TypeElement candidate : candidates) {
      if (!redeclares(candidate, declaredIn, bearer, kind)) {
        owners.add(candidate);
      }
    }
    if (candidates.isEmpty() && !isAbstract(method)) {
      owners.add(declaredIn);
    }
    return owners;
  }

  /** Tells whether nothing at all implements an abstract method. */
  boolean isUnimplemented(TypeElement declaredIn, ExecutableElement method)
      throws UnresolvedTypeException {
    return !ClassInspector.isConcrete(declaredIn)
        && isAbstract(method)
        && implementations.of(declaredIn).isEmpty();
  }

  private boolean redeclares(
      TypeElement candidate, TypeElement declaredIn, Element bearer, ProbeKind kind)
      throws UnresolvedTypeException {
    for (TypeElement between : SupertypeWalk.withAll(candidate)) {
      if (!between.equals(declaredIn)
          && SupertypeWalk.withAll(between).contains(declaredIn)
          && redeclaresItself(between, bearer, kind)) {
        return true;
      }
    }
    return false;
  }

  private boolean redeclaresItself(TypeElement type, Element bearer, ProbeKind kind) {
    if (bearer instanceof TypeElement) {
      return isAnnotated(type, kind);
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (method.getSimpleName().equals(bearer.getSimpleName())
          && isAnnotated(method, kind)
          && elements.overrides(method, (ExecutableElement) bearer, type)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnnotated(Element element, ProbeKind kind) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (KnownNames.kindOf(mirror).equals(Optional.of(kind))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAbstract(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.ABSTRACT);
  }
}
