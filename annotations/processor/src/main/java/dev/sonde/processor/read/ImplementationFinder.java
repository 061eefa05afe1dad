package dev.sonde.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds the classes of this compilation that implement an abstract one. */
final class ImplementationFinder {

  private record Concrete(TypeElement type, List<TypeElement> supertypes) {}

  private final Elements elements;
  private final SeenElements seen;
  private @Nullable List<Concrete> concretes;

  ImplementationFinder(Elements elements, SeenElements seen) {
    this.elements = elements;
    this.seen = seen;
  }

  /**
   * {@return the concrete classes that extend or implement {@code type}, sorted by name}
   *
   * @throws UnresolvedTypeException if that cannot be told, since some supertype does not exist, or
   *     not yet
   */
  List<TypeElement> of(TypeElement type) throws UnresolvedTypeException {
    List<TypeElement> found = new ArrayList<>();
    for (Concrete concrete : concretes()) {
      if (concrete.supertypes().contains(type)) {
        found.add(concrete.type());
      }
    }
    return found;
  }

  private List<Concrete> concretes() throws UnresolvedTypeException {
    if (concretes == null) {
      List<Concrete> all = new ArrayList<>();
      for (String name : seen.compiledEver()) {
        TypeElement type = elements.getTypeElement(name);
        if (type != null) {
          addConcrete(type, all);
        }
      }
      concretes = all;
    }
    return concretes;
  }

  private static void addConcrete(TypeElement type, List<Concrete> all)
      throws UnresolvedTypeException {
    if (ClassInspector.isConcrete(type)) {
      all.add(new Concrete(type, SupertypeWalk.withAll(type)));
    }
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      addConcrete(nested, all);
    }
  }
}
