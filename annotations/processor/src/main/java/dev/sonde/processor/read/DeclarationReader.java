package dev.sonde.processor.read;

import dev.sonde.model.ProbeKind;
import dev.sonde.processor.diagnostic.AtHand;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.rules.JavaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads everything that was seen, as it is in the present round. Used once. */
public final class DeclarationReader {

  private final ProcessingEnvironment environment;
  private final AtHand atHand;
  private final SeenElements seen;
  private final ClassReader classReader;
  private final List<DeclaredContainer> containers = new ArrayList<>();
  private final List<ProbeDeclaration> declarations = new ArrayList<>();
  private final MarkReader marks = new MarkReader();
  private final List<SourceProblem> unresolved = new ArrayList<>();
  private boolean complete = true;

  private DeclarationReader(ProcessingEnvironment environment, AtHand atHand, SeenElements seen) {
    this.environment = environment;
    this.atHand = atHand;
    this.seen = seen;
    this.classReader =
        new ClassReader(environment.getElementUtils(), environment.getTypeUtils(), seen);
  }

  /**
   * {@return everything that was seen}
   *
   * @param environment the compiler's
   * @param atHand learns what is being read
   * @param seen what to read
   */
  public static ProbeDeclarations read(
      ProcessingEnvironment environment, AtHand atHand, SeenElements seen) {
    return new DeclarationReader(environment, atHand, seen).read();
  }

  private ProbeDeclarations read() {
    @Nullable TypeElement viewer = null;
    for (String name : seen.annotated()) {
      Optional<TypeElement> type = classReader.find(name);
      if (type.isPresent()) {
        readClass(type.get());
        viewer = type.get();
      }
    }
    CompilationSurroundings surroundings =
        viewer == null
            ? CompilationSurroundings.NONE
            : SurroundingsReader.read(environment, viewer);
    readIncludes();
    atHand.isNothing();
    boolean library = !isApplication();
    return new ProbeDeclarations(
        containers,
        declarations,
        marks.marks,
        marks.suppressions,
        complete,
        unresolved,
        library,
        surroundings);
  }

  /** It declares a container or a probe of one, or it can be started. */
  private boolean isApplication() {
    if (!containers.isEmpty()) {
      return true;
    }
    for (ProbeDeclaration declaration : declarations) {
      if (declaration.role() instanceof DeclarationRole.Parameters) {
        return true;
      }
    }
    return MainMethods.exist(environment.getElementUtils(), seen);
  }

  private void readClass(TypeElement type) {
    atHand.is(type);
    readMarks(type, type);
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      Optional<ProbeKind> kind = KnownNames.kindOf(mirror);
      if (kind.isPresent()) {
        readOnClass(kind.get(), mirror, type);
      } else if (KnownNames.is(mirror, KnownNames.CONTAINER)) {
        readContainer(mirror, type);
      }
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      readMethod(method, type);
    }
  }

  private void readMarks(Element element, TypeElement type) {
    try {
      marks.read(element, type, classReader.classes());
    } catch (UnresolvedTypeException missing) {
      note(missing);
    }
  }

  private void readOnClass(ProbeKind kind, AnnotationMirror mirror, TypeElement type) {
    try {
      declarations.add(classReader.onClass(kind, mirror, type));
    } catch (UnresolvedTypeException missing) {
      note(missing);
      declarations.add(classReader.outline(kind, mirror, type, type));
    }
  }

  private void readContainer(AnnotationMirror mirror, TypeElement type) {
    TypeRef ref = classReader.classes().refer(type);
    try {
      containers.add(ContainerReader.read(WrittenAnnotation.of(mirror, SourcePlace.of(type)), ref));
    } catch (UnresolvedTypeException missing) {
      note(missing);
      containers.add(ContainerReader.outline(SourcePlace.of(type).annotation(mirror), ref));
    }
  }

  private void readMethod(ExecutableElement method, TypeElement type) {
    if (KotlinStubs.isBehindStatic(method)) {
      return;
    }
    readMarks(method, type);
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      Optional<ProbeKind> kind = KnownNames.kindOf(mirror);
      if (kind.isPresent()) {
        atHand.is(method);
        try {
          declarations.add(classReader.onMethod(kind.get(), mirror, method, type));
        } catch (UnresolvedTypeException missing) {
          note(missing);
          declarations.add(classReader.outline(kind.get(), mirror, method, type));
        }
      }
    }
  }

  private void note(UnresolvedTypeException missing) {
    complete = false;
    if (missing.problem().isPresent()) {
      unresolved.add(missing.problem().get());
    }
  }

  private void readIncludes() {
    List<String> done = new ArrayList<>();
    for (DeclaredContainer container : containers) {
      for (PlacedValue<String> include : container.includes()) {
        Optional<TypeElement> type = classReader.find(include.value());
        if (type.isPresent() && !done.contains(include.value())) {
          done.add(include.value());
          readIncluded(type.get(), include.place());
        }
      }
    }
  }

  private void readIncluded(TypeElement included, SourcePlace place) {
    atHand.is(place.element());
    try {
      IncludeReader reader = new IncludeReader(classReader, seen, included, place);
      declarations.addAll(reader.read());
    } catch (UnresolvedTypeException missing) {
      note(missing);
      if (missing.problem().isPresent()) {
        return;
      }
      unresolved.add(
          SourceProblem.of(
              JavaRule.UNRESOLVED_TYPE,
              place,
              included.getQualifiedName()
                  + " refers to "
                  + missing.getMessage()
                  + ", which is not on the class path.",
              "Add the library that has it."));
    }
  }
}
