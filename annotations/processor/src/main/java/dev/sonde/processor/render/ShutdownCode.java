package dev.sonde.processor.render;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import dev.sonde.model.Shutdown;
import java.io.IOException;
import java.time.Duration;
import javax.lang.model.element.Modifier;

/** Writes what stops an application in the times that its container was declared with. */
final class ShutdownCode {

  private static final String APPLICATION = "application";

  private ShutdownCode() {}

  /** {@return the call that tells the endpoints' builder the times} */
  static CodeBlock builderCall(Shutdown shutdown) {
    return CodeBlock.of(
        "\n.shutdown($1T.ofSeconds($2L), $1T.ofSeconds($3L))",
        Duration.class,
        shutdown.drainSeconds(),
        shutdown.stopSeconds());
  }

  /** {@return the method that serves the endpoints and stops the application} */
  static MethodSpec start(Shutdown shutdown, String endpoints) {
    return MethodSpec.methodBuilder("start")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            """
            Serves the endpoints as {@link #start()} does, and stops the application when the JVM is
            told to end: readiness is down at once, after $L s the application is closed, for which it
            has $L s.

            @param application what is closed; it returns when all is stopped
            @return the server, which is listening
            @throws IOException if the port cannot be had
            """,
            shutdown.drainSeconds(),
            shutdown.stopSeconds())
        .addParameter(AutoCloseable.class, APPLICATION)
        .returns(Types.HEALTH_SERVER)
        .addException(IOException.class)
        .addStatement(
            "return $T.builder($N).stopping($N).start()",
            Types.HEALTH_SERVER,
            endpoints,
            APPLICATION)
        .build();
  }
}
