package dev.sonde.processor.read;

import dev.sonde.compiled.AnnotationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Hashes the annotations of classes, as they can be hashed from class files as well. */
public final class OwnerHashes {

  private final Elements elements;
  private final Map<String, String> hashes = new TreeMap<>();
  private final Set<String> open = new TreeSet<>();

  private OwnerHashes(Elements elements) {
    this.elements = elements;
  }

  /**
   * {@return the hashes of the annotated classes}
   *
   * @param environment the compiler's
   * @param seen the classes
   */
  public static OwnerHashes of(ProcessingEnvironment environment, SeenElements seen) {
    OwnerHashes owners = new OwnerHashes(environment.getElementUtils());
    for (String name : seen.annotated()) {
      seen.find(owners.elements, name).ifPresent(owners::add);
    }
    return owners;
  }

  /** {@return the hashes by the binary names of the classes} */
  public Map<String, String> hashes() {
    return hashes;
  }

  /** {@return the binary names of those that are abstract} */
  public Set<String> open() {
    return open;
  }

  private void add(TypeElement type) {
    List<String> annotations = new ArrayList<>(annotations(type));
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      for (String annotation : annotations(method)) {
        annotations.add(AnnotationText.onMethod(method.getSimpleName().toString(), annotation));
      }
    }
    if (!annotations.isEmpty()) {
      String name = elements.getBinaryName(type).toString();
      hashes.put(name, AnnotationText.hash(annotations));
      if (!ClassInspector.isConcrete(type)) {
        open.add(name);
      }
    }
  }

  private List<String> annotations(Element element) {
    List<String> annotations = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (KnownNames.isOwn(mirror)) {
        annotations.add(text(mirror));
      }
    }
    return annotations;
  }

  private String text(AnnotationMirror mirror) {
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> value :
        mirror.getElementValues().entrySet()) {
      values.put(value.getKey().getSimpleName().toString(), text(value.getValue()));
    }
    return AnnotationText.annotation(name(mirror.getAnnotationType()), values);
  }

  private String text(AnnotationValue value) {
    Object content = value.getValue();
    if (content instanceof String text) {
      return AnnotationText.text(text);
    } else if (content instanceof List<?> list) {
      return AnnotationText.list(list.stream().map(each -> text((AnnotationValue) each)).toList());
    } else if (content instanceof AnnotationMirror mirror) {
      return text(mirror);
    } else if (content instanceof TypeMirror type) {
      return name(type);
    }
    return content instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : content.toString();
  }

  private String name(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? elements.getBinaryName((TypeElement) declared.asElement()).toString()
        : type.toString();
  }
}
