package dev.sonde.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can never be legal is refused by the compiler. */
class DoesNotCompileTest {

  @TempDir Path classes;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "startup(httpGet(\"/x\").port(80).startsWithin(minutes(2)))",
        "startup(httpGet(\"/x\").port(80).failuresBeforeRestart(2).startsWithin(minutes(2)))",
        "startup(tcpSocket(80).gracePeriod(seconds(9)))",
        "liveness(tcpSocket(80).gracePeriod(seconds(9)).failureThreshold(2))",
        "liveness(exec(\"true\").failuresBeforeRestart(2))",
        "readiness(grpc(80).service(\"x\").successThreshold(2))",
        "readiness(grpc(80).failuresBeforeUnready(2).successesBeforeReady(2))",
      })
  void compilesWhatCanBeLegal(String call) {
    assertThat(errors(call)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "liveness(httpGet(\"/x\"))", // no port
        "liveness(httpGet(\"/x\").every(seconds(2)).port(80))", // the port comes first
        "liveness(exec())", // no program
        "liveness(grpc(\"http\"))", // a gRPC port has no name
        "startup(tcpSocket(80).successThreshold(2))",
        "liveness(tcpSocket(80).successThreshold(2))",
        "liveness(tcpSocket(80).successesBeforeReady(2))",
        "liveness(tcpSocket(80).failuresBeforeUnready(2))",
        "readiness(tcpSocket(80).terminationGracePeriodSeconds(9))",
        "readiness(tcpSocket(80).gracePeriod(seconds(9)))",
        "readiness(tcpSocket(80).failuresBeforeRestart(2))",
        "liveness(tcpSocket(80).startsWithin(minutes(2)))",
        "readiness(tcpSocket(80).startsWithin(minutes(2)))",
        "startup(tcpSocket(80).startsWithin(minutes(2)).failureThreshold(2))",
        "readiness(tcpSocket(80).successThreshold(2).gracePeriod(seconds(9)))",
        "liveness(tcpSocket(80).header(\"X\", \"1\"))",
      })
  void refusesWhatCannot(String call) {
    assertThat(errors(call)).hasSize(1).allMatch(error -> error.getLineNumber() == 5);
  }

  private List<Diagnostic<? extends JavaFileObject>> errors(String call) {
    String source =
        """
        import static dev.sonde.dsl.Probes.*;
        import dev.sonde.model.ProbeSet;
        class Snippet {
          ProbeSet probes = ProbeSet.forContainer("orders")
              .%s;
        }
        """
            .formatted(call);
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    javac
        .getTask(
            null,
            null,
            diagnostics,
            List.of("-proc:none", "-d", classes.toString()),
            null,
            List.of(new Source(source)))
        .call();
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .peek(diagnostic -> assertThat(diagnostic.getMessage(Locale.ROOT)).isNotBlank())
        .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Snippet.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
