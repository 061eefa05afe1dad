package dev.sonde.processor.render;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeVariableName;
import dev.sonde.processor.plan.EndpointsClass;
import dev.sonde.processor.plan.OwnerCount;
import dev.sonde.processor.read.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes the constructor that CDI calls where there is not just one object of each class: CDI knows
 * neither maps of beans nor optional ones, but its own instances.
 */
final class CdiCode {

  private static final ClassName INSTANCE = ClassName.get("jakarta.enterprise.inject", "Instance");
  private static final TypeVariableName T = TypeVariableName.get("T");

  private CdiCode() {}

  /** {@return the constructor, and what it calls} */
  static List<MethodSpec> methods(
      EndpointsClass endpoints,
      Map<TypeRef, String> parameters,
      Function<TypeRef, TypeName> types,
      AnnotationDecoration decoration) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addJavadoc("Prepares the endpoints for the beans that there are.\n");
    decoration.decorate(constructor);
    List<OwnerCount> counts = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    for (Map.Entry<TypeRef, String> parameter : parameters.entrySet()) {
      TypeName type = types.apply(parameter.getKey());
      String name = parameter.getValue();
      OwnerCount count = endpoints.countOf(parameter.getKey());
      counts.add(count);
      constructor.addParameter(
          count == OwnerCount.ONE ? type : ParameterizedTypeName.get(INSTANCE, type), name);
      arguments.add(
          switch (count) {
            case ONE -> CodeBlock.of("$N", name);
            case AT_MOST_ONE -> CodeBlock.of("optional($N)", name);
            case ANY ->
                CodeBlock.of(
                    "byName($N, $S)", name, VariableNames.nameOf(parameter.getKey().simpleName()));
          });
    }
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(constructor.addStatement("this($L)", CodeBlock.join(arguments, ", ")).build());
    if (counts.contains(OwnerCount.AT_MOST_ONE)) {
      methods.add(optional());
    }
    if (counts.contains(OwnerCount.ANY)) {
      methods.add(byName());
    }
    return methods;
  }

  /** Where there are several beans, CDI says so. One that a producer makes may be null. */
  private static MethodSpec optional() {
    return helper("optional")
        .addStatement(
            "return beans.isUnsatisfied() ? $1T.empty() : $1T.ofNullable(beans.get())",
            Optional.class)
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), T))
        .build();
  }

  /** A bean keeps the name that it has; the others take what is left, in the order of CDI. */
  private static MethodSpec byName() {
    return helper("byName")
        .addParameter(String.class, "nameless")
        .addStatement("$T<$T, T> named = new $T<>()", Map.class, String.class, TreeMap.class)
        .addStatement("$T<T> others = new $T<>()", List.class, ArrayList.class)
        .beginControlFlow("for ($T.Handle<T> bean : beans.handles())", INSTANCE)
        .addStatement("T object = bean.get()")
        .addStatement("$T name = bean.getBean().getName()", String.class)
        .beginControlFlow("if (object != null && name != null)")
        .addStatement("named.put(name, object)")
        .nextControlFlow("else if (object != null)")
        .addStatement("others.add(object)")
        .endControlFlow()
        .endControlFlow()
        .beginControlFlow("for (T other : others)")
        .addStatement("$T key = nameless", String.class)
        .beginControlFlow("for (int number = 2; named.containsKey(key); number++)")
        .addStatement("key = nameless + $S + number", "-")
        .endControlFlow()
        .addStatement("named.put(key, other)")
        .endControlFlow()
        .addStatement("return named")
        .returns(
            ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), T))
        .build();
  }

  private static MethodSpec.Builder helper(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addTypeVariable(T)
        .addParameter(ParameterizedTypeName.get(INSTANCE, T), "beans");
  }
}
