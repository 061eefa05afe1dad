package dev.sonde.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * Looks for annotations that are called like Sonde's and cannot be found. The compiler complains of
 * them; to complain of what they would have said would contradict the source. The language model of
 * javac 17 leaves them out, so it takes a look at the trees; that of 25 has their names.
 */
public final class MissingImports {

  private final Trees trees;

  private MissingImports(Trees trees) {
    this.trees = trees;
  }

  /**
   * Tells whether there is any, as far as the compiler lets that be seen.
   *
   * @param seen where to look
   */
  public static boolean exist(ProcessingEnvironment environment, SeenElements seen) {
    MissingImports imports;
    try {
      imports = new MissingImports(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError notJavac) {
      return false;
    }
    for (String name : seen.compiled()) {
      TypeElement type = environment.getElementUtils().getTypeElement(name);
      if (type != null && imports.areMissingIn(type)) {
        return true;
      }
    }
    return false;
  }

  private boolean areMissingIn(Element element) {
    Tree tree = trees.getTree(element);
    if ((tree instanceof ClassTree type && areMissingOn(element, type.getModifiers()))
        || (tree instanceof MethodTree method && areMissingOn(element, method.getModifiers()))) {
      return true;
    }
    for (Element member : element.getEnclosedElements()) {
      if (areMissingIn(member)) {
        return true;
      }
    }
    return false;
  }

  private static boolean areMissingOn(Element element, ModifiersTree modifiers) {
    Set<String> resolved = new HashSet<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().getKind() != TypeKind.ERROR) {
        resolved.add(mirror.getAnnotationType().asElement().getSimpleName().toString());
      }
    }
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      String name = annotation.getAnnotationType().toString();
      String simpleName = name.substring(name.lastIndexOf('.') + 1);
      if (KnownNames.isCalledLikeSondes(simpleName) && !resolved.contains(simpleName)) {
        return true;
      }
    }
    return false;
  }
}
