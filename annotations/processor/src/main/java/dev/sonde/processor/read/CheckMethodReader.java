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

  CheckMethodReader(Elements elements, Types types, ClassInspector classes) {
    this.elements = elements;
    this.types = types;
    this.classes = classes;
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
    return new CheckMethod(
        method.getSimpleName().toString(),
        classes.packageOf(method),
        method.getParameters().size(),
        answer(type.getReturnType()),
        type.getReturnType().toString(),
        throwsTooMuch(type),
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

  private CheckAnswer answer(TypeMirror type) throws UnresolvedTypeException {
    return switch (type.getKind()) {
      case BOOLEAN -> CheckAnswer.BOOLEAN;
      case VOID -> CheckAnswer.VOID;
      case ERROR -> throw new UnresolvedTypeException(type.toString());
      case DECLARED -> answer((DeclaredType) type);
      default -> CheckAnswer.OTHER;
    };
  }

  private CheckAnswer answer(DeclaredType type) throws UnresolvedTypeException {
    if (is(type, KnownNames.HEALTH)) {
      return CheckAnswer.HEALTH;
    }
    Optional<TypeMirror> later = laterOf(type);
    if (later.isEmpty()) {
      return CheckAnswer.OTHER;
    }
    TypeMirror content = later.get();
    if (content.getKind() == TypeKind.ERROR) {
      throw new UnresolvedTypeException(content.toString());
    } else if (is(content, KnownNames.HEALTH)) {
      return CheckAnswer.LATER_HEALTH;
    }
    return is(content, "java.lang.Boolean") ? CheckAnswer.LATER_BOOLEAN : CheckAnswer.OTHER;
  }

  /** {@return what a stage, or a class that is one, completes with} */
  private Optional<TypeMirror> laterOf(DeclaredType type) {
    if (is(type, "java.util.concurrent.CompletionStage")) {
      return type.getTypeArguments().isEmpty()
          ? Optional.empty()
          : Optional.of(type.getTypeArguments().get(0));
    }
    for (TypeMirror supertype : types.directSupertypes(type)) {
      if (supertype.getKind() == TypeKind.DECLARED) {
        Optional<TypeMirror> later = laterOf((DeclaredType) supertype);
        if (later.isPresent()) {
          return later;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> throwsTooMuch(ExecutableType type) throws UnresolvedTypeException {
    for (TypeMirror thrown : type.getThrownTypes()) {
      TypeMirror bound =
          thrown instanceof TypeVariable variable ? variable.getUpperBound() : thrown;
      if (bound.getKind() == TypeKind.ERROR) {
        throw new UnresolvedTypeException(bound.toString());
      }
      if (!isSubtypeOf(bound, "java.lang.Exception") && !isSubtypeOf(bound, "java.lang.Error")) {
        return Optional.of(thrown.toString());
      }
    }
    return Optional.empty();
  }

  private boolean isSubtypeOf(TypeMirror type, String name) {
    return types.isSubtype(type, elements.getTypeElement(name).asType());
  }

  private static boolean is(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }
}
