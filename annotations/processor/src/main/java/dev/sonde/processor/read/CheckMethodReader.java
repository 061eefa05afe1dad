package dev.sonde.processor.read;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what matters of the methods that are checks. */
final class CheckMethodReader {

  private final Elements elements;
  private final Types types;
  private final ClassInspector classes;
  private final AnswerReader answers;

  CheckMethodReader(Elements elements, Types types, ClassInspector classes) {
    this.elements = elements;
    this.types = types;
    this.classes = classes;
    this.answers = new AnswerReader(elements, types);
  }

  /**
   * {@return the method as one calls it on an object of {@code owner}} Where the owner overrides
   * it, that is the overriding one; what is generic has the owner's type arguments.
   */
  CheckMethod read(ExecutableElement declared, TypeElement owner) throws UnresolvedTypeException {
    boolean isStatic = declared.getModifiers().contains(Modifier.STATIC);
    ExecutableElement method = isStatic ? declared : implementation(declared, owner);
    ExecutableType type =
        isStatic
            ? (ExecutableType) method.asType()
            : (ExecutableType) types.asMemberOf((DeclaredType) owner.asType(), method);
    AnswerReader.Answer answer = answers.read(type);
    boolean suspends = answer.carrier() == CheckCarrier.SUSPENSION;
    return new CheckMethod(
        method.getSimpleName().toString(),
        classes.packageOf(method),
        method.getParameters().size() - (suspends ? 1 : 0),
        answer.content(),
        answer.carrier(),
        answers.isLacking(answer.carrier()),
        answer.text(),
        throwsTooMuch(type, suspends),
        isStatic,
        ClassInspector.reach(method),
        !isStatic && SpringBeans.isClosed(method, owner),
        KotlinStubs.isKotlin(method),
        classes.isDeprecated(method));
  }

  /** {@return the method that runs when {@code declared} is called on an {@code owner}} */
  ExecutableElement implementation(ExecutableElement declared, TypeElement owner) {
    TypeElement each = owner;
    while (true) {
      for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
        if (method.equals(declared)
            || (method.getSimpleName().equals(declared.getSimpleName())
                && elements.overrides(method, declared, owner))) {
          return method;
        }
      }
      Element superclass = types.asElement(each.getSuperclass());
      if (!(superclass instanceof TypeElement next)) {
        return declared;
      }
      each = next;
    }
  }

  private Optional<String> throwsTooMuch(ExecutableType type, boolean suspends)
      throws UnresolvedTypeException {
    // What runs a suspend function in Java's terms throws nothing that has to be declared.
    String most = suspends ? "java.lang.RuntimeException" : "java.lang.Exception";
    for (TypeMirror thrown : type.getThrownTypes()) {
      TypeMirror bound =
          thrown instanceof TypeVariable variable ? variable.getUpperBound() : thrown;
      if (bound.getKind() == TypeKind.ERROR) {
        throw new UnresolvedTypeException(bound.toString());
      }
      if (!isSubtypeOf(bound, most) && !isSubtypeOf(bound, "java.lang.Error")) {
        return Optional.of(thrown.toString());
      }
    }
    return Optional.empty();
  }

  private boolean isSubtypeOf(TypeMirror type, String name) {
    return types.isSubtype(type, elements.getTypeElement(name).asType());
  }
}
