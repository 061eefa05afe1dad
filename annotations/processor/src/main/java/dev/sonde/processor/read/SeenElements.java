package dev.sonde.processor.read;

import dev.sonde.compiled.ClassFile;
import dev.sonde.compiled.ClassFolder;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Remembers over all rounds what is compiled and what of it is annotated. By name: an element is
 * good for its own round only. Not thread-safe.
 *
 * <p>Compilers may be given only some of the classes. The others lie in the class output, and count
 * as compiled here: they were, some time before.
 */
public final class SeenElements {

  private final Set<String> compiled = new TreeSet<>();
  private final Set<String> annotated = new TreeSet<>();
  private final List<SourceProblem> unnamed = new ArrayList<>();
  private final Set<String> used = new TreeSet<>();
  private final Map<String, ClassFile> earlier = new TreeMap<>();
  private Optional<ClassFolder> output = Optional.empty();
  private Set<String> generatedEarlier = Set.of();
  private Optional<SourcePlace> place = Optional.empty();

  /**
   * Adds what a round brings.
   *
   * @param round the round
   * @param annotations the annotations that are present in it
   * @param elements the compiler's
   * @return whether it brings any class
   */
  public boolean add(
      RoundEnvironment round, Set<? extends TypeElement> annotations, Elements elements) {
    boolean any = false;
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        compiled.add(type.getQualifiedName().toString());
        if (place.isEmpty()) {
          place = Optional.of(SourcePlace.of(root));
        }
        any = true;
      }
    }
    Set<TypeElement> own = new LinkedHashSet<>();
    for (TypeElement annotation : annotations) {
      if (KnownNames.annotations().contains(annotation.getQualifiedName().toString())) {
        own.add(annotation);
      }
    }
    // One walk for all: each goes through everything that is compiled.
    for (Element element : round.getElementsAnnotatedWithAny(own.toArray(new TypeElement[0]))) {
      annotated.add(classOf(element));
      place = Optional.of(SourcePlace.of(element));
      Optional<SourceProblem> problem = UnnamedClasses.judge(element, elements);
      if (problem.isPresent()) {
        unnamed.add(problem.get());
      }
    }
    return any;
  }

  /**
   * {@return the class of that name, if there is one}
   *
   * <p>Nested ones are found from the outside: asked for one at once, Eclipse's compiler may read
   * the source a second time, and complain that the class is there twice.
   *
   * @param elements the compiler's
   * @param name one of {@link #annotated()}, or any other full name
   */
  public Optional<TypeElement> find(Elements elements, String name) {
    String outermost = topLevelOf(name);
    @Nullable TypeElement type = elements.getTypeElement(outermost);
    for (int end = outermost.length(); type != null && end < name.length(); ) {
      int next = name.indexOf('.', end + 1);
      int to = next < 0 ? name.length() : next;
      type = member(type, name.substring(end + 1, to));
      end = to;
    }
    return Optional.ofNullable(type);
  }

  private static @Nullable TypeElement member(TypeElement type, String simpleName) {
    for (TypeElement member : ElementFilter.typesIn(type.getEnclosedElements())) {
      if (member.getSimpleName().contentEquals(simpleName)) {
        return member;
      }
    }
    return null;
  }

  private String topLevelOf(String name) {
    if (earlier.containsKey(name)) {
      return earlier.get(name).topLevelName();
    }
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      String around = name.substring(0, dot);
      if (compiled.contains(around)) {
        return around;
      }
    }
    return name;
  }

  /**
   * Looks again for what is annotated, where Lombok may have written methods into classes since
   * they came: of these the compiler tells nothing.
   *
   * @param elements the compiler's
   */
  public void lookAgain(Elements elements) {
    if (elements.getTypeElement("lombok.Lombok") == null) {
      return;
    }
    for (String name : compiled) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        addAnnotated(type);
      }
    }
  }

  private void addAnnotated(Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (KnownNames.annotations().contains(mirror.getAnnotationType().asElement().toString())) {
        annotated.add(classOf(element));
      }
    }
    for (Element member : element.getEnclosedElements()) {
      addAnnotated(member);
    }
  }

  /** Tells whether something that is compiled now is annotated. */
  public boolean bringsAnnotations() {
    return !annotated.isEmpty();
  }

  /**
   * Adds the annotated classes of the class output that are not compiled now.
   *
   * @param folder the class output, as it was before this compilation
   * @param generated the full names of the classes in it that were generated
   * @throws IOException if a class file cannot be read
   */
  public void addEarlier(ClassFolder folder, Set<String> generated) throws IOException {
    output = Optional.of(folder);
    generatedEarlier = generated;
    earlier.clear();
    for (ClassFile file : folder.annotated(path -> !compiled.contains(folder.topLevelName(path)))) {
      if (!compiled.contains(file.topLevelName())) {
        earlier.put(file.canonicalName(), file);
      }
    }
  }

  /** {@return the annotated classes that were compiled earlier, by their full names} */
  public Map<String, ClassFile> earlier() {
    return Collections.unmodifiableMap(earlier);
  }

  /** {@return the full names of the classes that are annotated, or whose methods are; sorted} */
  public Set<String> annotated() {
    Set<String> all = new TreeSet<>(annotated);
    all.addAll(earlier.keySet());
    return all;
  }

  /** {@return the place of something that is annotated, or else of anything compiled} */
  public Optional<SourcePlace> place() {
    return place;
  }

  /** {@return what is wrong with what is annotated in classes without a name} */
  public List<SourceProblem> unnamed() {
    return Collections.unmodifiableList(unnamed);
  }

  /**
   * {@return the full names of the top-level classes that it mattered to have been compiled here}
   */
  public Set<String> used() {
    return Collections.unmodifiableSet(used);
  }

  /** {@return the full names of the top-level classes that are compiled, sorted} */
  public Set<String> compiled() {
    return Collections.unmodifiableSet(compiled);
  }

  /** Tells whether a class is compiled here, and not taken from a class file. */
  boolean isCompiled(TypeElement type) {
    Element outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement outer) {
      outermost = outer;
    }
    String name = ((TypeElement) outermost).getQualifiedName().toString();
    boolean here = compiled.contains(name) || isInOutput(name);
    if (here) {
      used.add(name);
    }
    return here;
  }

  /**
   * {@return the full names of the top-level classes compiled now and earlier, sorted}
   *
   * @throws UncheckedIOException if the class output cannot be read
   */
  Set<String> compiledEver() {
    Set<String> all = new TreeSet<>(compiled);
    if (output.isPresent()) {
      try {
        for (String path : output.get().paths()) {
          all.add(output.get().topLevelName(path));
        }
        // They may refer to classes that are gone, of which Eclipse's compiler complains.
        all.removeAll(generatedEarlier);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private boolean isInOutput(String topLevelName) {
    return output.isPresent() && output.get().contains(topLevelName);
  }

  private static String classOf(Element element) {
    return element instanceof TypeElement
        ? element.toString()
        : String.valueOf(element.getEnclosingElement());
  }
}
