package dev.sonde.processor.read;

import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.rules.JavaRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * An annotation as it is written: what is not written is not there, whatever its default. An empty
 * text counts as not written.
 */
final class WrittenAnnotation {

  private static final String ERROR = "<error>";

  private final AnnotationMirror mirror;
  private final SourcePlace outermost;
  private final SourcePlace place;
  private final String path;

  private WrittenAnnotation(
      AnnotationMirror mirror, SourcePlace outermost, SourcePlace place, String path) {
    this.mirror = mirror;
    this.outermost = outermost;
    this.place = place;
    this.path = path;
  }

  /** {@return an annotation of an element} */
  static WrittenAnnotation of(AnnotationMirror mirror, SourcePlace element) {
    SourcePlace place = element.annotation(mirror);
    return new WrittenAnnotation(mirror, place, place, "");
  }

  /** {@return where it is} */
  SourcePlace place() {
    return place;
  }

  /** {@return the names of what is written, and where} */
  Map<String, SourcePlace> places() {
    Map<String, SourcePlace> places = new TreeMap<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      String name = entry.getKey().getSimpleName().toString();
      places.put(path + name, placeOf(name, entry.getValue()));
    }
    return places;
  }

  Optional<PlacedValue<String>> text(String name) throws UnresolvedTypeException {
    Optional<AnnotationValue> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String text = text(name, value.get());
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new PlacedValue<>(text, placeOf(name, value.get())));
  }

  Optional<String> plainText(String name) throws UnresolvedTypeException {
    Optional<PlacedValue<String>> text = text(name);
    return text.isPresent() ? Optional.of(text.get().value()) : Optional.empty();
  }

  /** A text that has no default: the empty one counts. */
  PlacedValue<String> requiredText(String name) throws UnresolvedTypeException {
    Optional<AnnotationValue> value = value(name);
    if (value.isEmpty()) {
      throw new UnresolvedTypeException(name);
    }
    return new PlacedValue<>(text(name, value.get()), placeOf(name, value.get()));
  }

  boolean flag(String name, boolean otherwise) throws UnresolvedTypeException {
    Optional<AnnotationValue> value = value(name);
    return value.isPresent() ? as(Boolean.class, value.get()) : otherwise;
  }

  /** Whether a value is set, and to true. */
  boolean flag(String name) throws UnresolvedTypeException {
    Optional<AnnotationValue> value = value(name);
    return value.isPresent() && as(Boolean.class, value.get());
  }

  /** {@return the place of a value that is set to true} */
  Optional<SourcePlace> placeWhereTrue(String name) throws UnresolvedTypeException {
    return flag(name) ? Optional.of(placeOf(name, value(name).orElseThrow())) : Optional.empty();
  }

  Optional<PlacedValue<Integer>> number(String name) throws UnresolvedTypeException {
    Optional<AnnotationValue> value = value(name);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlacedValue<>(as(Integer.class, value.get()), placeOf(name, value.get())));
  }

  Optional<PlacedValue<Long>> longNumber(String name) throws UnresolvedTypeException {
    Optional<AnnotationValue> value = value(name);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlacedValue<>(
                as(Number.class, value.get()).longValue(), placeOf(name, value.get())));
  }

  Optional<WrittenAnnotation> annotation(String name) throws UnresolvedTypeException {
    Optional<AnnotationValue> value = value(name);
    return value.isEmpty() ? Optional.empty() : Optional.of(inner(name, value.get()));
  }

  List<WrittenAnnotation> annotations(String name) throws UnresolvedTypeException {
    List<WrittenAnnotation> all = new ArrayList<>();
    for (AnnotationValue element : elements(name)) {
      all.add(inner(name + "[" + all.size() + "]", element));
    }
    return all;
  }

  List<String> texts(String name) throws UnresolvedTypeException {
    List<String> all = new ArrayList<>();
    for (AnnotationValue element : elements(name)) {
      all.add(text(name + "[" + all.size() + "]", element));
    }
    return all;
  }

  List<Integer> numbers(String name) throws UnresolvedTypeException {
    List<Integer> all = new ArrayList<>();
    for (AnnotationValue element : elements(name)) {
      all.add(as(Integer.class, element));
    }
    return all;
  }

  /** {@return the full names of classes; of what is no class, its name in Java} */
  List<PlacedValue<String>> classes(String name) throws UnresolvedTypeException {
    List<PlacedValue<String>> all = new ArrayList<>();
    for (AnnotationValue element : elements(name)) {
      TypeMirror type = as(TypeMirror.class, element);
      if (type.getKind() == TypeKind.ERROR) {
        throw new UnresolvedTypeException(type.toString());
      }
      String fullName =
          type instanceof DeclaredType declared ? declared.asElement().toString() : type.toString();
      all.add(new PlacedValue<>(fullName, placeOf(name + "[" + all.size() + "]", element)));
    }
    return all;
  }

  private WrittenAnnotation inner(String name, AnnotationValue value)
      throws UnresolvedTypeException {
    AnnotationMirror inner = as(AnnotationMirror.class, value);
    if (!KnownNames.isSondes(inner)) {
      // It is missing, or another one is meant by the name, which the compiler tells.
      throw new UnresolvedTypeException(inner.toString());
    }
    return new WrittenAnnotation(inner, outermost, placeOf(name, value), path + name + ".");
  }

  private String text(String name, AnnotationValue value) throws UnresolvedTypeException {
    String text = as(String.class, value);
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      SourcePlace where = placeOf(name, value);
      throw new UnresolvedTypeException(
          SourceProblem.of(
              JavaRule.TEXT_SURROGATE,
              where,
              path
                  + name
                  + " of "
                  + where
                  + " holds half of a surrogate pair, which no file can hold.",
              "Write the whole character, or leave it out."));
    }
    return text;
  }

  private SourcePlace placeOf(String name, AnnotationValue value) {
    return outermost.value(value, path + name);
  }

  private List<AnnotationValue> elements(String name) throws UnresolvedTypeException {
    Optional<AnnotationValue> value = value(name);
    List<AnnotationValue> elements = new ArrayList<>();
    if (value.isPresent()) {
      for (Object element : as(List.class, value.get())) {
        elements.add((AnnotationValue) element);
      }
    }
    return elements;
  }

  private Optional<AnnotationValue> value(String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /** The compiler puts this, or something of another type, where a value cannot be evaluated. */
  private static <T> T as(Class<T> type, AnnotationValue value) throws UnresolvedTypeException {
    Object content = value.getValue();
    if (!type.isInstance(content) || content.equals(ERROR)) {
      throw new UnresolvedTypeException(value.toString());
    }
    return type.cast(content);
  }
}
