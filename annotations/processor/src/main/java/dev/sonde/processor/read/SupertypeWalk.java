package dev.sonde.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Walks up from a class. */
final class SupertypeWalk {

  private SupertypeWalk() {}

  /**
   * {@return the class itself and everything it extends or implements, each once, nearest first}
   *
   * @throws UnresolvedTypeException if one of them does not exist, or not yet
   */
  static List<TypeElement> withAll(TypeElement type) throws UnresolvedTypeException {
    List<TypeElement> all = new ArrayList<>();
    all.add(type);
    for (int next = 0; next < all.size(); next++) {
      addDirect(all.get(next), all);
    }
    return all;
  }

  private static void addDirect(TypeElement type, List<TypeElement> all)
      throws UnresolvedTypeException {
    add(type.getSuperclass(), all);
    for (TypeMirror each : type.getInterfaces()) {
      add(each, all);
    }
  }

  private static void add(TypeMirror supertype, List<TypeElement> all)
      throws UnresolvedTypeException {
    if (supertype.getKind() == TypeKind.ERROR) {
      throw new UnresolvedTypeException(supertype.toString());
    }
    if (supertype instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && !all.contains(element)) {
      all.add(element);
    }
  }
}
