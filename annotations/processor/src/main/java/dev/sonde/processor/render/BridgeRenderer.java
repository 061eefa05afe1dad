package dev.sonde.processor.render;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.sonde.processor.plan.BridgeClass;
import dev.sonde.processor.read.CheckMethod;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the class that lets endpoints of another package ask checks. */
public final class BridgeRenderer {

  private static final String OWNER = "owner";

  private final BridgeClass bridge;
  private final AnnotationDecoration decoration;

  private BridgeRenderer(BridgeClass bridge, InjectionStyle inject) {
    this.bridge = bridge;
    // Where it is no parameter of the endpoints, they make it themselves.
    this.decoration =
        new AnnotationDecoration(
            bridge.surroundings(), bridge.isParameter() ? inject : InjectionStyle.NONE);
  }

  /**
   * {@return the source of the class}
   *
   * @param bridge the class
   * @param inject which annotations let a dependency-injection container build it
   */
  public static JavaFileText render(BridgeClass bridge, InjectionStyle inject) {
    return SourceFiles.text(
        BridgeClass.nameOf(bridge.owner()), new BridgeRenderer(bridge, inject).type());
  }

  private TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(BridgeClass.nameOf(bridge.owner()).simpleName())
            .addJavadoc(
                "Lets the health endpoints of another package ask {@code $L}.\n",
                bridge.owner().nestedName());
    decoration.decorate(type, bridge.callsDeprecated());
    if (needsOwner()) {
      type.addField(
          PoetTypes.withWildcards(bridge.owner()), OWNER, Modifier.PRIVATE, Modifier.FINAL);
      type.addMethod(constructor());
    } else {
      type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    }
    for (CheckMethod method : bridge.methods()) {
      type.addMethod(delegate(method));
    }
    return type.build();
  }

  private boolean needsOwner() {
    for (CheckMethod method : bridge.methods()) {
      if (!method.isStatic()) {
        return true;
      }
    }
    return false;
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Prepares to ask {@code owner}.\n")
            .addParameter(PoetTypes.withWildcards(bridge.owner()), OWNER)
            .addStatement("this.$N = $T.requireNonNull($N)", OWNER, Objects.class, OWNER);
    decoration.decorate(constructor);
    return constructor.build();
  }

  private MethodSpec delegate(CheckMethod method) {
    MethodSpec.Builder delegate =
        MethodSpec.methodBuilder(method.name())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Asks the check of this name.\n")
            .returns(AnswerCode.type(method))
            .addException(Exception.class);
    if (method.isStatic()) {
      delegate.addModifiers(Modifier.STATIC);
    }
    CodeBlock subject =
        method.isStatic()
            ? CodeBlock.of("$T", PoetTypes.raw(bridge.owner()))
            : CodeBlock.of("$N", OWNER);
    String back = AnswerCode.type(method).equals(TypeName.VOID) ? "" : "return ";
    delegate.addStatement("$L$L", back, AnswerCode.call(method, subject));
    return delegate.build();
  }
}
