package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the processor is an aggregating one, as it says to Gradle. Gradle then compiles the
 * sources that changed, hands in the class files of all other annotated classes, and takes what is
 * generated for the whole.
 */
class IncrementalCompilationTest {

  private static final Map<String, String> SOURCES =
      new TreeMap<>(
          Map.of(
              "com/acme/App.java",
              """
              package com.acme;
              import dev.sonde.annotation.*;
              @Container(name = "orders", portName = "health")
              @Liveness(periodSeconds = 5, withoutChecks = true)
              @SuppressAdvice(rule = "liveness-tcp", reason = "none")
              @SuppressAdvice(rule = "liveness-single-failure", reason = "none")
              final class App {}
              """,
              "com/acme/Database.java",
              """
              package com.acme;
              import dev.sonde.annotation.*;
              final class Database {
                @Readiness(timeoutSeconds = 2) @External boolean reachable() { return true; }
                @Startup static void migrated() throws Exception {}
              }
              """,
              "com/acme/stock/Shelf.java",
              """
              package com.acme.stock;
              import dev.sonde.annotation.*;
              import dev.sonde.health.*;
              @Readiness @CheckPolicy(required = false)
              class Shelf implements HealthCheck {
                @Override public Health check() { return Health.up(); }
              }
              """));

  @TempDir private Path folder;

  @Test
  void generatesTheSameFromTheClassFilesOfWhatDidNotChange() throws IOException {
    for (String changed : SOURCES.keySet()) {
      Path whole = folder.resolve("whole-" + changed.hashCode());
      Path incremental = folder.resolve("incremental-" + changed.hashCode());
      compile(whole, SOURCES.keySet(), List.of(), new ProbeProcessor());
      compile(incremental, SOURCES.keySet(), List.of(), new ProbeProcessor());
      deleteGenerated(incremental);

      List<String> others =
          SOURCES.keySet().stream()
              .filter(source -> !source.equals(changed))
              .map(source -> source.replace(".java", "").replace('/', '.'))
              .toList();
      compile(incremental, Set.of(changed), others, new ProbeProcessor());

      assertThat(generated(incremental)).as(changed).isEqualTo(generated(whole));
      assertThat(generated(incremental)).containsKey("META-INF/sonde/orders.yaml");
    }
  }

  @Test
  void namesEveryAnnotatedClassAsOriginAndReadsNoFile() {
    Recording recording = new Recording();
    compile(folder.resolve("classes"), SOURCES.keySet(), List.of(), recording);

    assertThat(recording.calls).isNotEmpty().doesNotContain("getResource");
    assertThat(recording.locations).containsOnly(StandardLocation.CLASS_OUTPUT);
    assertThat(recording.origins.get("META-INF/sonde/orders.yaml"))
        .containsExactly("com.acme.App", "com.acme.Database", "com.acme.stock.Shelf");
    assertThat(recording.origins.get("com.acme.AppHealth"))
        .containsExactly("com.acme.App", "com.acme.Database", "com.acme.stock.Shelf");
    assertThat(recording.origins.values()).allSatisfy(origins -> assertThat(origins).isNotEmpty());
  }

  /** Otherwise they would not be in the class files that Gradle hands in. */
  @Test
  void readsOnlyAnnotationsThatAreInClassFiles() throws ClassNotFoundException {
    for (String name : new ProbeProcessor().getSupportedAnnotationTypes()) {
      if (name.startsWith("dev.sonde.")) {
        Class<?> annotation = Class.forName(name.replace("SuppressAdvice.", "SuppressAdvice$"));
        assertThat(annotation.getAnnotation(Retention.class).value())
            .as(name)
            .isNotEqualTo(RetentionPolicy.SOURCE);
      }
    }
  }

  private static void compile(
      Path output, Set<String> sources, List<String> classes, Processor processor) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try {
      Files.createDirectories(output);
      List<Path> files = new ArrayList<>();
      for (String source : sources) {
        Path file = output.resolveSibling("src").resolve(source);
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, SOURCES.get(source)));
      }
      try (var manager = javac.getStandardFileManager(null, null, null)) {
        List<String> options =
            List.of(
                "-Asonde.advice=false",
                "-d",
                output.toString(),
                "-cp",
                output + File.pathSeparator + JavacCommand.path(ApplicationClassPath.plain()));
        JavaCompiler.CompilationTask task =
            javac.getTask(
                null, manager, null, options, classes, manager.getJavaFileObjectsFromPaths(files));
        task.setProcessors(List.of(processor));
        assertThat(task.call()).isTrue();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the processor wrote. */
  private static SortedMap<String, String> generated(Path output) throws IOException {
    SortedMap<String, String> generated = new TreeMap<>();
    for (Path file : files(output)) {
      String name = output.relativize(file).toString().replace('\\', '/');
      if (!name.endsWith(".class")) {
        generated.put(name, Files.readString(file));
      }
    }
    return generated;
  }

  /** As Gradle does before it compiles again. */
  private static void deleteGenerated(Path output) throws IOException {
    for (Path file : files(output)) {
      if (!file.toString().endsWith(".class") || file.toString().contains("Health")) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> files(Path output) throws IOException {
    try (Stream<Path> all = Files.walk(output)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Sonde's processor, with its calls of the filer on record. */
  private static final class Recording extends AbstractProcessor {
    private final ProbeProcessor processor = new ProbeProcessor();
    private final Map<String, Set<String>> origins = new TreeMap<>();
    private final Set<String> calls = new TreeSet<>();
    private final Set<Object> locations = new TreeSet<>();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      Filer filer = proxy(Filer.class, recorded(environment.getFiler()));
      processor.init(
          proxy(
              ProcessingEnvironment.class,
              (self, method, arguments) ->
                  method.getName().equals("getFiler")
                      ? filer
                      : call(environment, method, arguments)));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    private InvocationHandler recorded(Filer filer) {
      return (self, method, arguments) -> {
        calls.add(method.getName());
        boolean resource = method.getName().equals("createResource");
        if (resource) {
          locations.add(arguments[0]);
        }
        origins.put(
            String.valueOf(arguments[resource ? 2 : 0]),
            topLevel((Element[]) arguments[arguments.length - 1]));
        return call(filer, method, arguments);
      };
    }

    private static Set<String> topLevel(Element[] elements) {
      Set<String> names = new TreeSet<>();
      for (Element element : elements) {
        Element around = element;
        while (!around.getEnclosingElement().getKind().equals(ElementKind.PACKAGE)) {
          around = around.getEnclosingElement();
        }
        names.add(around.toString());
      }
      return names;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
      return type.cast(
          Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
  }
}
