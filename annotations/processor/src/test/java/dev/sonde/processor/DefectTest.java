package dev.sonde.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.sonde.rules.JavaRule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;

class DefectTest {

  @Test
  @Provokes(JavaRule.SONDE_DEFECT)
  void reportsACrashAsADefectWithTheElementAtHand() {
    // Asked first when the class of a check is described.
    Compilation compilation = compileWith(new Sabotaged("isDeprecated"));
    assertThat(compilation.errors())
        .first()
        .satisfies(
            error -> {
              assertThat(error.getMessage(Locale.ROOT))
                  .matches(
                      "(?s)\\[sonde-defect\\] Sonde's processor failed on Database\\.reachable\\(\\):"
                          + " java.lang.IllegalStateException: sabotage, at .+\\. This is a defect"
                          + " of Sonde, not of your code\\. Please report it, .*");
              assertThat(error.getSource().getName()).endsWith("Database.java");
            });
  }

  @Test
  void reportsACrashWithoutAnyElementAtHand() {
    assertThat(compileWith(new Sabotaged("getModuleOf")).errors())
        .anySatisfy(
            error ->
                assertThat(error.getMessage(Locale.ROOT))
                    .startsWith("[sonde-defect] Sonde's processor failed"));
  }

  private static Compilation compileWith(Processor processor) {
    return javac().withProcessors(processor).compile(Sources.of(Sources.folder("good", "orders")));
  }

  /** The processor, in a compiler one of whose methods fails. */
  private static final class Sabotaged extends AbstractProcessor {
    private final ProbeProcessor processor = new ProbeProcessor();
    private final String method;

    Sabotaged(String method) {
      this.method = method;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      Elements elements = proxy(Elements.class, environment.getElementUtils(), method, null);
      processor.init(proxy(ProcessingEnvironment.class, environment, "getElementUtils", elements));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }

    /** Everything as in {@code real}, but one method answers otherwise, or fails. */
    private static <T> T proxy(Class<T> type, T real, String name, Object answer) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (self, called, arguments) -> {
                if (called.getName().equals(name)) {
                  if (answer == null) {
                    throw new IllegalStateException("sabotage");
                  }
                  return answer;
                }
                try {
                  return called.invoke(real, arguments);
                } catch (InvocationTargetException failure) {
                  throw failure.getCause();
                }
              }));
    }
  }
}
