package dev.sonde.processor.read;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Looks whether something that is compiled can be started. */
final class MainMethods {

  private MainMethods() {}

  static boolean exist(Elements elements, SeenElements seen) {
    for (String name : seen.compiledEver()) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null && existIn(type)) {
        // It makes a difference, so that it is remembered for the next compilation.
        return seen.isCompiled(type);
      }
    }
    return false;
  }

  private static boolean existIn(TypeElement type) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (method.getSimpleName().contentEquals("main")
          && method.getReturnType().getKind() == TypeKind.VOID
          && !method.getModifiers().contains(Modifier.PRIVATE)
          && takesArguments(method.getParameters())) {
        return true;
      }
    }
    return false;
  }

  /** Newer Java starts a method without any, too. */
  private static boolean takesArguments(List<? extends VariableElement> parameters) {
    return parameters.isEmpty()
        || (parameters.size() == 1
            && parameters.get(0).asType().toString().equals("java.lang.String[]"));
  }
}
