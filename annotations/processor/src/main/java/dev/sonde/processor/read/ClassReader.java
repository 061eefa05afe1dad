package dev.sonde.processor.read;

import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what single annotations declare. */
final class ClassReader {

  private final Elements elements;
  private final SeenElements seen;
  private final ClassInspector classes;
  private final CheckMethodReader methods;
  private final OwnerResolver owners;
  private final ElementPlaces places;

  ClassReader(Elements elements, Types types, SeenElements seen) {
    this.elements = elements;
    this.seen = seen;
    this.classes = new ClassInspector(elements, seen);
    this.methods = new CheckMethodReader(elements, types, classes);
    this.owners = new OwnerResolver(elements, new ImplementationFinder(elements, seen));
    this.places = ElementPlaces.IN_SOURCES;
  }

  private ClassReader(ClassReader other, ElementPlaces places) {
    this.elements = other.elements;
    this.seen = other.seen;
    this.classes = other.classes;
    this.methods = other.methods;
    this.owners = other.owners;
    this.places = places;
  }

  /** {@return a reader of the same, which tells of elements at other places} */
  ClassReader with(ElementPlaces other) {
    return new ClassReader(this, other);
  }

  ClassInspector classes() {
    return classes;
  }

  /** {@return the class of that name, if there is one} */
  Optional<TypeElement> find(String name) {
    return seen.find(elements, name);
  }

  /** Reads an annotation of a class. */
  ProbeDeclaration onClass(ProbeKind kind, AnnotationMirror mirror, TypeElement type)
      throws UnresolvedTypeException {
    WrittenAnnotation written = WrittenAnnotation.of(mirror, places.of(type));
    return declaration(kind, written, type, false, roleOf(kind, type));
  }

  /**
   * Reads an annotation of a method.
   *
   * @param type the class that declares it, or inherits it from a library
   */
  ProbeDeclaration onMethod(
      ProbeKind kind, AnnotationMirror mirror, ExecutableElement method, TypeElement type)
      throws UnresolvedTypeException {
    WrittenAnnotation written = WrittenAnnotation.of(mirror, places.of(method));
    DeclarationRole role = roleOf(kind, method, methods.implementation(method, type), type, false);
    return declaration(kind, written, type, true, role);
  }

  /** {@return what can be said of an annotation that cannot be read} */
  ProbeDeclaration outline(
      ProbeKind kind, AnnotationMirror mirror, Element bearer, TypeElement type) {
    return new ProbeDeclaration(
        kind,
        places.of(bearer).annotation(mirror),
        classes.refer(type),
        bearer != type,
        Optional.empty(),
        Optional.empty(),
        new ProbeSettings(Map.of(), Map.of()),
        DeclarationRole.Parameters.ONLY,
        Optional.empty());
  }

  private ProbeDeclaration declaration(
      ProbeKind kind,
      WrittenAnnotation written,
      TypeElement type,
      boolean onMethod,
      DeclarationRole role)
      throws UnresolvedTypeException {
    return new ProbeDeclaration(
        kind,
        written.place(),
        classes.refer(type),
        onMethod,
        written.text("container"),
        written.text("name"),
        SettingsReader.read(written),
        role,
        written.placeWhereTrue("withoutChecks"));
  }

  private DeclarationRole roleOf(ProbeKind kind, TypeElement type) throws UnresolvedTypeException {
    Optional<ForeignCheck> foreign = Optional.empty();
    for (TypeElement supertype : SupertypeWalk.withAll(type)) {
      String name = supertype.getQualifiedName().toString();
      if (name.equals(KnownNames.HEALTH_CHECK)) {
        ExecutableElement check = ElementFilter.methodsIn(supertype.getEnclosedElements()).get(0);
        return roleOf(kind, type, methods.implementation(check, type), type, true);
      } else if (foreign.isEmpty() && supertype != type) {
        foreign = ForeignCheck.of(name);
      }
    }
    return new DeclarationRole.Parameters(foreign);
  }

  private DeclarationRole roleOf(
      ProbeKind kind,
      Element bearer,
      ExecutableElement method,
      TypeElement type,
      boolean ofHealthCheck)
      throws UnresolvedTypeException {
    if (owners.isUnimplemented(type, method)) {
      return new DeclarationRole.Unimplemented(places.of(method).toString());
    }
    List<CheckDeclaration> checks = new ArrayList<>();
    for (TypeElement owner : owners.of(type, method, bearer, kind)) {
      checks.add(
          new CheckDeclaration(
              classes.refer(owner),
              methods.read(method, owner),
              ofHealthCheck,
              traits(method, bearer, owner, type)));
    }
    return new DeclarationRole.Checks(checks);
  }

  /** What is nearer to the code that runs counts first. */
  private CheckTraits traits(
      ExecutableElement method, Element bearer, TypeElement owner, TypeElement type)
      throws UnresolvedTypeException {
    Set<Element> bearers = new LinkedHashSet<>();
    bearers.add(methods.implementation(method, owner));
    bearers.add(method);
    bearers.add(bearer);
    bearers.add(owner);
    bearers.add(type);
    return TraitsReader.read(new ArrayList<>(bearers), places);
  }
}
