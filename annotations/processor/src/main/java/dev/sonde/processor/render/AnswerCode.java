package dev.sonde.processor.render;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.WildcardTypeName;
import dev.sonde.processor.read.CheckAnswer;
import dev.sonde.processor.read.CheckCarrier;
import dev.sonde.processor.read.CheckMethod;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Writes the calls of the methods that are checks. What brings the answer in the way of a library
 * is turned into a type of the JDK, since the runtime knows no library.
 */
final class AnswerCode {

  /** The parameters of the lambda that runs a suspend function; none of the class is called so. */
  static final String SCOPE = "scope";

  static final String CONTINUATION = "continuation";

  private static final String COROUTINES = "kotlinx.coroutines";

  private AnswerCode() {}

  /** {@return the method of the runtime that makes the check} */
  static String factory(CheckMethod method) {
    boolean published = isPublished(method.carrier());
    boolean later = method.carrier() != CheckCarrier.NONE;
    return switch (method.answer()) {
      case BOOLEAN -> published ? "publishedBool" : later ? "asyncBool" : "bool";
      case VOID -> published ? "publishedVoid" : later ? "asyncVoid" : "throwing";
      case HEALTH -> published ? "published" : later ? "async" : "health";
      case OTHER -> throw new IllegalArgumentException("no check: " + method);
    };
  }

  /** Tells whether the stage is Sonde's own, to be cancelled when its answer does not come. */
  static boolean isCancelled(CheckMethod method) {
    return method.carrier() == CheckCarrier.UNI || method.carrier() == CheckCarrier.SUSPENSION;
  }

  /** Tells whether a call returns something else than the method does. */
  static boolean isConverted(CheckMethod method) {
    return isCancelled(method) || method.carrier() == CheckCarrier.REACTIVE_STREAMS;
  }

  /** {@return the call of a method, of a type of the JDK} */
  static CodeBlock call(CheckMethod method, CodeBlock subject) {
    CodeBlock plain = CodeBlock.of("$L.$N()", subject, method.name());
    return switch (method.carrier()) {
      case NONE, STAGE, FLOW -> plain;
      case REACTIVE_STREAMS ->
          CodeBlock.of(
              "$T.toFlowPublisher($L)",
              ClassName.get("org.reactivestreams", "FlowAdapters"),
              plain);
      case UNI -> CodeBlock.of("$L.subscribeAsCompletionStage()", plain);
      case SUSPENSION -> started(method, subject);
    };
  }

  /** On the thread of the check, up to where it suspends. */
  private static CodeBlock started(CheckMethod method, CodeBlock subject) {
    return CodeBlock.of(
        "$T.<$T>future($T.INSTANCE, $T.getUnconfined(), $T.DEFAULT,$>$>\n"
            + "($N, $N) -> $L.$N($N))$<$<",
        ClassName.get(COROUTINES + ".future", "FutureKt"),
        boxed(method),
        ClassName.get(COROUTINES, "GlobalScope"),
        ClassName.get(COROUTINES, "Dispatchers"),
        ClassName.get(COROUTINES, "CoroutineStart"),
        SCOPE,
        CONTINUATION,
        subject,
        method.name(),
        CONTINUATION);
  }

  /** {@return the type of {@link #call}} */
  static TypeName type(CheckMethod method) {
    if (method.carrier() != CheckCarrier.NONE) {
      boolean published = isPublished(method.carrier());
      TypeName content =
          method.answer() == CheckAnswer.VOID
              ? WildcardTypeName.subtypeOf(TypeName.OBJECT)
              : boxed(method);
      return ParameterizedTypeName.get(
          ClassName.get(published ? Flow.Publisher.class : CompletionStage.class), content);
    }
    return switch (method.answer()) {
      case BOOLEAN -> TypeName.BOOLEAN;
      case HEALTH -> PoetTypes.HEALTH;
      case VOID, OTHER -> TypeName.VOID;
    };
  }

  private static TypeName boxed(CheckMethod method) {
    return switch (method.answer()) {
      case BOOLEAN -> ClassName.get(Boolean.class);
      case HEALTH -> PoetTypes.HEALTH;
      case VOID, OTHER -> TypeName.OBJECT;
    };
  }

  private static boolean isPublished(CheckCarrier carrier) {
    return carrier == CheckCarrier.FLOW || carrier == CheckCarrier.REACTIVE_STREAMS;
  }
}
