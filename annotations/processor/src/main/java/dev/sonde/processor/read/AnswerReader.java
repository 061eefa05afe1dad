package dev.sonde.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads how the methods that are checks answer. */
final class AnswerReader {

  /** What a method answers with, what brings it, and how that is written. */
  record Answer(CheckAnswer content, CheckCarrier carrier, String text) {}

  private final Elements elements;
  private final Types types;

  AnswerReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  Answer read(ExecutableType method) throws UnresolvedTypeException {
    Optional<TypeMirror> resumedWith = resumedWith(method);
    if (resumedWith.isPresent()) {
      TypeMirror type = resumedWith.get();
      return new Answer(content(type), CheckCarrier.SUSPENSION, type.toString());
    }
    TypeMirror type = method.getReturnType();
    return switch (type.getKind()) {
      case BOOLEAN -> plain(CheckAnswer.BOOLEAN, type);
      case VOID -> plain(CheckAnswer.VOID, type);
      case ERROR -> throw new UnresolvedTypeException(type.toString());
      case DECLARED -> returned((DeclaredType) type);
      default -> plain(CheckAnswer.OTHER, type);
    };
  }

  /** Tells whether generated code lacks a class by which it would ask. */
  boolean isLacking(CheckCarrier carrier) {
    return carrier.converter().filter(name -> elements.getTypeElement(name) == null).isPresent();
  }

  private Answer returned(DeclaredType type) throws UnresolvedTypeException {
    if (is(type, KnownNames.HEALTH)) {
      return plain(CheckAnswer.HEALTH, type);
    }
    for (CheckCarrier carrier : CheckCarrier.RETURNED) {
      Optional<TypeMirror> content = contentOf(type, carrier);
      if (content.isPresent()) {
        return new Answer(content(content.get()), carrier, type.toString());
      }
    }
    return plain(CheckAnswer.OTHER, type);
  }

  private static Answer plain(CheckAnswer content, TypeMirror type) {
    return new Answer(content, CheckCarrier.NONE, type.toString());
  }

  private static CheckAnswer content(TypeMirror type) throws UnresolvedTypeException {
    if (type.getKind() == TypeKind.ERROR) {
      throw new UnresolvedTypeException(type.toString());
    } else if (is(type, KnownNames.HEALTH)) {
      return CheckAnswer.HEALTH;
    } else if (is(type, "java.lang.Boolean")) {
      return CheckAnswer.BOOLEAN;
    }
    return is(type, "java.lang.Void") || is(type, "kotlin.Unit")
        ? CheckAnswer.VOID
        : CheckAnswer.OTHER;
  }

  /** {@return what a type brings if it is such a carrier, or a class that is one} */
  private Optional<TypeMirror> contentOf(DeclaredType type, CheckCarrier carrier) {
    if (is(type, carrier.type())) {
      return type.getTypeArguments().isEmpty()
          ? Optional.empty()
          : Optional.of(type.getTypeArguments().get(0));
    }
    for (TypeMirror supertype : types.directSupertypes(type)) {
      if (supertype.getKind() == TypeKind.DECLARED) {
        Optional<TypeMirror> content = contentOf((DeclaredType) supertype, carrier);
        if (content.isPresent()) {
          return content;
        }
      }
    }
    return Optional.empty();
  }

  /** {@return what a suspend function answers with: its continuation takes it, or a supertype} */
  private static Optional<TypeMirror> resumedWith(ExecutableType method) {
    List<? extends TypeMirror> parameters = method.getParameterTypes();
    if (parameters.isEmpty()
        || !is(parameters.get(parameters.size() - 1), CheckCarrier.SUSPENSION.type())) {
      return Optional.empty();
    }
    List<? extends TypeMirror> taken =
        ((DeclaredType) parameters.get(parameters.size() - 1)).getTypeArguments();
    return taken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            taken.get(0) instanceof WildcardType wildcard && wildcard.getSuperBound() != null
                ? wildcard.getSuperBound()
                : taken.get(0));
  }

  private static boolean is(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }
}
