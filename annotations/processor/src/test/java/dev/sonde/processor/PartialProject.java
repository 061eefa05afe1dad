package dev.sonde.processor;

import dev.sonde.annotation.Readiness;
import dev.sonde.runtime.HealthEndpoints;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * A folder of sources, of which any part can be compiled into one class output, again and again.
 */
final class PartialProject {

  /** Which compiler, and what it gets besides the sources. */
  record Call(boolean eclipse, boolean outputOnClassPath, boolean sourcePath) {
    static final Call JAVAC = new Call(false, true, false);
    static final Call ECJ = new Call(true, true, false);
  }

  /** What came out of a compilation. */
  record Outcome(boolean success, List<String> messages) {
    boolean says(String text) {
      return messages.stream().anyMatch(message -> message.contains(text));
    }
  }

  final Path folder;

  PartialProject(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(classes());
    Files.createDirectories(generated());
  }

  Path classes() {
    return folder.resolve("classes");
  }

  Path generated() {
    return folder.resolve("generated");
  }

  Path source(String className) {
    return folder.resolve("src").resolve(className.replace('.', '/') + ".java");
  }

  void write(String className, String text) throws IOException {
    Files.createDirectories(source(className).getParent());
    Files.writeString(source(className), text);
  }

  void write(Map<String, String> sources) throws IOException {
    for (Map.Entry<String, String> source : sources.entrySet()) {
      write(source.getKey(), source.getValue());
    }
  }

  /** Deletes a source and, if that is wanted, what was compiled from it. */
  void delete(String className, boolean withClassFiles) throws IOException {
    Files.deleteIfExists(source(className));
    deleteMade(className);
    String path = className.replace('.', '/');
    for (Path file : withClassFiles ? Sources.files(classes()) : List.<Path>of()) {
      String name = classes().relativize(file).toString();
      if (name.equals(path + ".class") || name.startsWith(path + "$")) {
        Files.delete(file);
      }
    }
  }

  /** Deletes what another processor made of a class, as build tools do before they compile it. */
  void deleteMade(String className) throws IOException {
    String path = MakingProcessor.made(className).replace('.', '/');
    Files.deleteIfExists(generated().resolve(path + ".java"));
    Files.deleteIfExists(classes().resolve(path + ".class"));
  }

  void clean() throws IOException {
    for (Path root : List.of(classes(), generated())) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
      Files.createDirectories(root);
    }
  }

  Outcome compile(Call call, String... classNames) throws IOException {
    return compile(call, List.of(classNames));
  }

  Outcome compile(Call call, Collection<String> classNames) throws IOException {
    JavaCompiler compiler =
        call.eclipse() ? new EclipseCompiler() : ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    boolean success;
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      List<Path> files = classNames.stream().map(this::source).toList();
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              diagnostics,
              options(call),
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(
          List.of(new MakingProcessor(), new RefreshProcessor(), new ProbeProcessor()));
      success = task.call();
    }
    List<String> messages =
        diagnostics.getDiagnostics().stream()
            .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
            .map(each -> each.getMessage(Locale.ROOT))
            .toList();
    return new Outcome(success, messages);
  }

  private List<String> options(Call call) {
    List<Path> classPath = new ArrayList<>();
    if (call.outputOnClassPath()) {
      classPath.add(classes());
    }
    classPath.add(locationOf(Readiness.class));
    classPath.add(locationOf(HealthEndpoints.class));
    List<String> options = new ArrayList<>(List.of("-Asonde.advice=false", "--release", "17"));
    options.addAll(List.of("-d", classes().toString(), "-s", generated().toString()));
    options.addAll(
        List.of(
            // Eclipse's compiler sees the frameworks on the class path of the tests, too.
            "-Asonde.inject=none",
            "-classpath",
            classPath.stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator))));
    if (call.sourcePath()) {
      options.addAll(List.of("-sourcepath", folder.resolve("src").toString()));
    }
    return options;
  }

  /** The documents, the record, and the names of the generated classes. */
  SortedMap<String, String> output() throws IOException {
    SortedMap<String, String> output = new TreeMap<>();
    for (Path file : Sources.files(classes())) {
      String name = classes().relativize(file).toString().replace('\\', '/');
      if (!name.endsWith(".class")) {
        output.put(name, Files.readString(file));
      } else if (name.contains("Health")) {
        output.put(name, "");
      }
    }
    return output;
  }

  /** The code that was generated, without its comments: where these differ, classes may stay. */
  SortedMap<String, String> code() throws IOException {
    SortedMap<String, String> code = new TreeMap<>();
    for (Path file : Sources.files(generated())) {
      String text =
          Files.readString(file)
              .lines()
              .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/*"))
              .collect(Collectors.joining("\n"));
      code.put(generated().relativize(file).toString(), text);
    }
    return code;
  }

  private static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
