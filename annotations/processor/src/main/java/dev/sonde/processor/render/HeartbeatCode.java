package dev.sonde.processor.render;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import dev.sonde.compiled.JavaLiteral;
import dev.sonde.processor.plan.PlannedEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what writes the files that probes look at. */
final class HeartbeatCode {

  private HeartbeatCode() {}

  /** {@return the method that gives the files} */
  static MethodSpec heartbeats(List<PlannedEndpoint> endpoints, String field) {
    CodeBlock.Builder chain =
        CodeBlock.builder().add("return $T.builder($N)", PoetTypes.HEARTBEATS, field);
    for (PlannedEndpoint endpoint : endpoints) {
      if (endpoint.heartbeat().isPresent()) {
        PlannedEndpoint.HeartbeatFile file = endpoint.heartbeat().get();
        chain.add(
            "\n.file($T.$L, $T.of($L), $T.ofSeconds($L))",
            PoetTypes.PROBE_KIND,
            endpoint.kind().name(),
            Path.class,
            JavaLiteral.of(file.path()),
            Duration.class,
            file.everySeconds());
      }
    }
    return MethodSpec.methodBuilder("heartbeats")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("{@return the files that the probes look at, still to be started}\n")
        .returns(PoetTypes.HEARTBEATS_BUILDER)
        .addStatement(chain.build())
        .build();
  }
}
