package dev.sonde.adopt;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.model.ProbeSet;
import dev.sonde.processor.ProbeProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Compiles what was written with a real javac, and tells what it declares. */
final class Compiled {

  private Compiled() {}

  /** {@return the documents that the processor leaves for annotated classes, sorted by name} */
  static List<ProbeSet> annotations(List<AdoptedClass> classes) {
    Compilation compilation =
        javac().withProcessors(new ProbeProcessor()).compile(sources(classes));
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    return compilation.generatedFiles().stream()
        .filter(file -> file.getName().endsWith(".yaml"))
        .map(file -> ProbeSetReader.read(file.getName(), bytes(file)))
        .toList();
  }

  /** {@return what the methods of the classes return, in order} */
  static List<ProbeSet> fluent(List<AdoptedClass> classes) {
    Compilation compilation =
        javac().withOptions("-Xlint:all", "-Werror").compile(sources(classes));
    assertThat(compilation.diagnostics()).isEmpty();
    Map<String, byte[]> compiled = new HashMap<>();
    compilation.generatedFiles().stream()
        .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
        .forEach(
            file ->
                compiled.put(
                    file.getName()
                        .replaceFirst("^/CLASS_OUTPUT/", "")
                        .replaceFirst("\\.class$", "")
                        .replace('/', '.'),
                    bytes(file)));
    ClassLoader loader =
        new ClassLoader(Compiled.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = compiled.get(name);
            if (bytes == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    return classes.stream().map(adopted -> call(loader, adopted.name())).toList();
  }

  private static ProbeSet call(ClassLoader loader, String name) {
    try {
      return (ProbeSet) loader.loadClass(name).getMethod("probes").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(name, e);
    }
  }

  private static List<JavaFileObject> sources(List<AdoptedClass> classes) {
    return classes.stream()
        .map(adopted -> JavaFileObjects.forSourceString(adopted.name(), adopted.text()))
        .toList();
  }

  private static byte[] bytes(JavaFileObject file) {
    try {
      return file.openInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
