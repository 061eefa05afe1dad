package dev.sonde.processor.read;

import dev.sonde.model.ProbeKind;
import dev.sonde.model.WorkloadRef;
import dev.sonde.processor.report.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Classes classes;
  private final Methods methods;
  private final Owners owners;

  ClassReader(Elements elements, Types types, Seen seen) {
    this.elements = elements;
    this.classes = new Classes(elements, seen);
    this.methods = new Methods(elements, types, classes);
    this.owners = new Owners(elements, new Implementations(elements, seen));
  }

  TypeRef refer(TypeElement type) {
    return classes.refer(type);
  }

  DeclaredContainer container(AnnotationMirror mirror, TypeElement type) throws Unresolved {
    return ContainerReader.read(Written.of(mirror, Place.of(type)), refer(type));
  }

  /** Reads an annotation of a class that is compiled here. */
  Declaration onClass(ProbeKind kind, AnnotationMirror mirror, TypeElement type) throws Unresolved {
    Written written = Written.of(mirror, Place.of(type));
    return declaration(kind, written, type, false, roleOf(kind, type));
  }

  /** Reads an annotation of a method of a class that is compiled here. */
  Declaration onMethod(
      ProbeKind kind, AnnotationMirror mirror, ExecutableElement method, TypeElement type)
      throws Unresolved {
    Written written = Written.of(mirror, Place.of(method));
    return declaration(kind, written, type, true, roleOf(kind, method, method, type, false));
  }

  /** {@return what can be said of an annotation that cannot be read} */
  Declaration outline(ProbeKind kind, AnnotationMirror mirror, Element bearer, TypeElement type) {
    return new Declaration(
        kind,
        Place.of(bearer).annotation(mirror),
        refer(type),
        bearer != type,
        Optional.empty(),
        Optional.empty(),
        new Settings(Map.of(), Map.of()),
        new Role.Parameters());
  }

  /** {@return what can be said of a {@code @Container} that cannot be read} */
  DeclaredContainer containerOutline(AnnotationMirror mirror, TypeElement type) {
    return new DeclaredContainer(
        Place.of(type).annotation(mirror),
        refer(type),
        Optional.empty(),
        WorkloadRef.ANY,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /**
   * Reads an annotation of a class that is included.
   *
   * @param place where it is included
   */
  Declaration onIncludedClass(
      ProbeKind kind, AnnotationMirror mirror, TypeElement type, Place place) throws Unresolved {
    Written written = Written.of(mirror, place.standingInFor(type));
    return declaration(kind, written, type, false, roleOf(kind, type));
  }

  /**
   * Reads an annotation of a method that an included class declares or inherits.
   *
   * @param place where the class is included
   */
  Declaration onIncludedMethod(
      ProbeKind kind,
      AnnotationMirror mirror,
      ExecutableElement method,
      TypeElement included,
      Place place)
      throws Unresolved {
    Written written = Written.of(mirror, place.standingInFor(method));
    Role role = roleOf(kind, method, methods.implementation(method, included), included, false);
    return declaration(kind, written, included, true, role);
  }

  private Declaration declaration(
      ProbeKind kind, Written written, TypeElement type, boolean onMethod, Role role)
      throws Unresolved {
    return new Declaration(
        kind,
        written.place(),
        refer(type),
        onMethod,
        written.text("container"),
        written.text("name"),
        SettingsReader.read(written),
        role);
  }

  private Role roleOf(ProbeKind kind, TypeElement type) throws Unresolved {
    for (TypeElement supertype : Supertypes.withAll(type)) {
      if (supertype.getQualifiedName().contentEquals(Vocabulary.HEALTH_CHECK)) {
        ExecutableElement check = ElementFilter.methodsIn(supertype.getEnclosedElements()).get(0);
        return roleOf(kind, type, methods.implementation(check, type), type, true);
      }
    }
    return new Role.Parameters();
  }

  private Role roleOf(
      ProbeKind kind,
      Element bearer,
      ExecutableElement method,
      TypeElement type,
      boolean ofHealthCheck)
      throws Unresolved {
    if (owners.isUnimplemented(type, method)) {
      return new Role.Unimplemented(Place.of(method).toString());
    }
    List<Check> checks = new ArrayList<>();
    for (TypeElement owner : owners.of(type, method, bearer, kind)) {
      checks.add(new Check(refer(owner), methods.read(method, owner), ofHealthCheck));
    }
    return new Role.Checks(checks);
  }

  /** {@return the class of that name, if there is one} */
  Optional<TypeElement> find(String name) {
    return Optional.ofNullable(elements.getTypeElement(name));
  }
}
