package dev.sonde.processor.read;

import dev.sonde.processor.read.TypeRef.Nesting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Answers questions about classes and their members. */
final class ClassInspector {

  private final Elements elements;
  private final SeenElements seen;

  ClassInspector(Elements elements, SeenElements seen) {
    this.elements = elements;
    this.seen = seen;
  }

  TypeRef refer(TypeElement type) {
    List<Nesting> nesting = new ArrayList<>();
    Accessibility reach = Accessibility.EVERYWHERE;
    boolean deprecated = false;
    for (Element each = type; each instanceof TypeElement one; each = one.getEnclosingElement()) {
      nesting.add(
          0,
          new Nesting(
              one.getSimpleName().toString(), one.getTypeParameters().size(), isInner(one)));
      reach = reach.and(reach(one));
      deprecated |= elements.isDeprecated(one);
    }
    return new TypeRef(packageOf(type), nesting, reach, seen.isCompiled(type), deprecated);
  }

  String packageOf(Element element) {
    return elements.getPackageOf(element).getQualifiedName().toString();
  }

  boolean isDeprecated(Element element) {
    return elements.isDeprecated(element);
  }

  /** A protected member counts as one of its package: generated code is no subclass. */
  static Accessibility reach(Element element) {
    Set<Modifier> modifiers = element.getModifiers();
    if (modifiers.contains(Modifier.PUBLIC)) {
      return Accessibility.EVERYWHERE;
    }
    return modifiers.contains(Modifier.PRIVATE) ? Accessibility.NOWHERE : Accessibility.PACKAGE;
  }

  /** Tells whether there are objects of exactly this class. */
  static boolean isConcrete(TypeElement type) {
    ElementKind kind = type.getKind();
    return kind == ElementKind.ENUM
        || (kind.isClass() && !type.getModifiers().contains(Modifier.ABSTRACT));
  }

  private static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
  }
}
