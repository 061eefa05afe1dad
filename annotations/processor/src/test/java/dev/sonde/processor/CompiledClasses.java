package dev.sonde.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/** Loads what was compiled, next to the real runtime. */
final class CompiledClasses extends ClassLoader {

  private static final Pattern CHECK =
      Pattern.compile("\"name\":\"([^\"]+)\",\"status\":\"([A-Z]+)\"");

  private final Map<String, byte[]> classes = new HashMap<>();

  private CompiledClasses(Compilation compilation) throws IOException {
    super(CompiledClasses.class.getClassLoader());
    for (JavaFileObject file : compilation.generatedFiles()) {
      String path = file.toUri().getPath();
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String name = path.replaceFirst("^/CLASS_OUTPUT/", "").replaceFirst("\\.class$", "");
        classes.put(name.replace('/', '.'), file.openInputStream().readAllBytes());
      }
    }
  }

  /** Compiles the sources in a folder, and loads what comes out. */
  static CompiledClasses of(Compiler compiler, Path folder) {
    try {
      return new CompiledClasses(compiler.compile(Sources.of(folder)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /** Asks the readiness of an object of a generated class: the state of each check, by name. */
  static Map<String, String> readiness(Object generated) throws ReflectiveOperationException {
    HealthEndpoints endpoints =
        (HealthEndpoints) generated.getClass().getMethod("endpoints").invoke(generated);
    return checks(endpoints.respond(HealthRequest.get("/readyz")).toString());
  }

  /** The state of each check in an answer, by name. */
  static Map<String, String> checks(String response) {
    return CHECK
        .matcher(response)
        .results()
        .collect(
            Collectors.toMap(
                (MatchResult check) -> check.group(1),
                check -> check.group(2),
                (one, two) -> one,
                TreeMap::new));
  }
}
