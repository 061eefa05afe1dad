package dev.sonde.processor.render;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.processor.plan.EndpointsClass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods that serve the endpoints. What the container is declared with, a certificate
 * or an application to stop, they take as parameters, so that it cannot be forgotten.
 */
final class StartCode {

  private static final String APPLICATION = "application";
  private static final String TLS = "tls";

  private StartCode() {}

  /**
   * {@return the methods}
   *
   * @param endpoints the class that gets them
   * @param field the field that holds its endpoints
   */
  static List<MethodSpec> methods(EndpointsClass endpoints, String field) {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(start(endpoints, field));
    if (endpoints.shutdown().isPresent()) {
      methods.add(startAndStop(endpoints, endpoints.shutdown().get(), field));
    }
    return methods;
  }

  private static MethodSpec start(EndpointsClass endpoints, String field) {
    MethodSpec.Builder method =
        method(
            endpoints,
            CodeBlock.of(
                "Serves the endpoints on {@link #PORT} of all addresses, until the server is"
                    + " closed.\n\n"),
            CodeBlock.of(""));
    return endpoints.tls()
        ? method
            .addStatement("return $T.start($N, $N)", PoetTypes.HEALTH_SERVER, field, TLS)
            .build()
        : method.addStatement("return $T.start($N)", PoetTypes.HEALTH_SERVER, field).build();
  }

  private static MethodSpec startAndStop(
      EndpointsClass endpoints, ShutdownTiming shutdown, String field) {
    CodeBlock purpose =
        CodeBlock.of(
            """
            Serves the endpoints as {@link #$L} does, and stops the application when the JVM is
            told to end: readiness is down at once, the application is closed$L, and it has $L s for
            that.

            """,
            endpoints.tls() ? "start(Tls)" : "start()",
            shutdown.drainSeconds() == 0 ? "" : " after " + shutdown.drainSeconds() + " s",
            shutdown.stopSeconds());
    CodeBlock parameter =
        CodeBlock.of("@param application what is closed; it returns when all is stopped\n");
    return method(endpoints, purpose, parameter)
        .addParameter(AutoCloseable.class, APPLICATION)
        .addStatement(
            "return $T.builder($N)$L.stopping($N).start()",
            PoetTypes.HEALTH_SERVER,
            field,
            endpoints.tls() ? ".tls(" + TLS + ")" : "",
            APPLICATION)
        .build();
  }

  private static MethodSpec.Builder method(
      EndpointsClass endpoints, CodeBlock purpose, CodeBlock parameters) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("start").addModifiers(Modifier.PUBLIC).addJavadoc(purpose);
    if (endpoints.tls()) {
      method
          .addParameter(PoetTypes.TLS, TLS)
          .addJavadoc("@param tls the certificate and key, since the probes ask by HTTPS\n");
    }
    return method
        .addJavadoc(parameters)
        .addJavadoc(
            """
            @return the server, which is listening
            @throws IOException if the port cannot be had$L
            """,
            endpoints.tls() ? ", or the certificate cannot be used" : "")
        .returns(PoetTypes.HEALTH_SERVER)
        .addException(IOException.class);
  }
}
