package dev.sonde.processor.read;

import dev.sonde.model.ProbeKind;
import dev.sonde.processor.diagnostic.SourcePlace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Reads what an included class declares and inherits, as far as that comes from class files: what
 * is compiled here is found without being included.
 */
final class IncludeReader {

  private final ClassReader classReader;
  private final SeenElements seen;
  private final TypeElement included;
  private final List<ProbeDeclaration> declarations = new ArrayList<>();
  private final Set<String> found = new HashSet<>();

  IncludeReader(
      ClassReader classReader, SeenElements seen, TypeElement included, SourcePlace place) {
    this.classReader = classReader.with(new ElementPlaces(Optional.of(place)));
    this.seen = seen;
    this.included = included;
  }

  List<ProbeDeclaration> read() throws UnresolvedTypeException {
    if (!seen.isCompiled(included)) {
      readOwnAnnotations();
    }
    for (TypeElement type : SupertypeWalk.withAll(included)) {
      if (!seen.isCompiled(type)) {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
          readMethod(method);
        }
      }
    }
    return declarations;
  }

  private void readOwnAnnotations() throws UnresolvedTypeException {
    for (AnnotationMirror mirror : included.getAnnotationMirrors()) {
      Optional<ProbeKind> kind = KnownNames.kindOf(mirror);
      if (kind.isPresent()) {
        declarations.add(classReader.onClass(kind.get(), mirror, included));
      }
    }
  }

  /** The nearest annotation counts: what overrides comes before what is overridden. */
  private void readMethod(ExecutableElement method) throws UnresolvedTypeException {
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      Optional<ProbeKind> kind = KnownNames.kindOf(mirror);
      if (kind.isPresent() && found.add(kind.get() + " " + method.getSimpleName())) {
        declarations.add(classReader.onMethod(kind.get(), mirror, method, included));
      }
    }
  }
}
