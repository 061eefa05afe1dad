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
  private final Seen seen;
  private final Classes classes;
  private final Methods methods;
  private final Owners owners;
  private final Places places;

  ClassReader(Elements elements, Types types, Seen seen) {
    this.elements = elements;
    this.seen = seen;
    this.classes = new Classes(elements, seen);
    this.methods = new Methods(elements, types, classes);
    this.owners = new Owners(elements, new Implementations(elements, seen));
    this.places = Places.IN_SOURCES;
  }

  private ClassReader(ClassReader other, Places places) {
    this.elements = other.elements;
    this.seen = other.seen;
    this.classes = other.classes;
    this.methods = other.methods;
    this.owners = other.owners;
    this.places = places;
  }

  /** {@return a reader of the same, which tells of elements at other places} */
  ClassReader with(Places other) {
    return new ClassReader(this, other);
  }

  Classes classes() {
    return classes;
  }

  /** {@return the class of that name, if there is one} */
  Optional<TypeElement> find(String name) {
    return seen.find(elements, name);
  }

  /** Reads an annotation of a class. */
  Declaration onClass(ProbeKind kind, AnnotationMirror mirror, TypeElement type) throws Unresolved {
    Written written = Written.of(mirror, places.of(type));
    return declaration(kind, written, type, false, roleOf(kind, type));
  }

  /**
   * Reads an annotation of a method.
   *
   * @param type the class that declares it, or inherits it from a library
   */
  Declaration onMethod(
      ProbeKind kind, AnnotationMirror mirror, ExecutableElement method, TypeElement type)
      throws Unresolved {
    Written written = Written.of(mirror, places.of(method));
    Role role = roleOf(kind, method, methods.implementation(method, type), type, false);
    return declaration(kind, written, type, true, role);
  }

  /** {@return what can be said of an annotation that cannot be read} */
  Declaration outline(ProbeKind kind, AnnotationMirror mirror, Element bearer, TypeElement type) {
    return new Declaration(
        kind,
        places.of(bearer).annotation(mirror),
        classes.refer(type),
        bearer != type,
        Optional.empty(),
        Optional.empty(),
        new Settings(Map.of(), Map.of()),
        Role.Parameters.ONLY,
        Optional.empty());
  }

  private Declaration declaration(
      ProbeKind kind, Written written, TypeElement type, boolean onMethod, Role role)
      throws Unresolved {
    return new Declaration(
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

  private Role roleOf(ProbeKind kind, TypeElement type) throws Unresolved {
    Optional<ForeignCheck> foreign = Optional.empty();
    for (TypeElement supertype : Supertypes.withAll(type)) {
      String name = supertype.getQualifiedName().toString();
      if (name.equals(Vocabulary.HEALTH_CHECK)) {
        ExecutableElement check = ElementFilter.methodsIn(supertype.getEnclosedElements()).get(0);
        return roleOf(kind, type, methods.implementation(check, type), type, true);
      } else if (foreign.isEmpty() && supertype != type) {
        foreign = ForeignCheck.of(name);
      }
    }
    return new Role.Parameters(foreign);
  }

  private Role roleOf(
      ProbeKind kind,
      Element bearer,
      ExecutableElement method,
      TypeElement type,
      boolean ofHealthCheck)
      throws Unresolved {
    if (owners.isUnimplemented(type, method)) {
      return new Role.Unimplemented(places.of(method).toString());
    }
    List<Check> checks = new ArrayList<>();
    for (TypeElement owner : owners.of(type, method, bearer, kind)) {
      checks.add(
          new Check(
              classes.refer(owner),
              methods.read(method, owner),
              ofHealthCheck,
              traits(method, bearer, owner, type)));
    }
    return new Role.Checks(checks);
  }

  /** What is nearer to the code that runs counts first. */
  private Traits traits(
      ExecutableElement method, Element bearer, TypeElement owner, TypeElement type)
      throws Unresolved {
    Set<Element> bearers = new LinkedHashSet<>();
    bearers.add(methods.implementation(method, owner));
    bearers.add(method);
    bearers.add(bearer);
    bearers.add(owner);
    bearers.add(type);
    return TraitsReader.read(new ArrayList<>(bearers), places);
  }
}
