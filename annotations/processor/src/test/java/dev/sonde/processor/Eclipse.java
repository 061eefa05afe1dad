package dev.sonde.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Compiles with Eclipse's compiler and the processor. */
final class Eclipse {

  private Eclipse() {}

  /** Compiles a folder of sources into another, and loads what comes out. */
  static URLClassLoader compile(Path sources, Path output) throws IOException {
    EclipseCompiler compiler = new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              diagnostics,
              options(output),
              null,
              manager.getJavaFileObjectsFromPaths(javaFiles(sources)));
      task.setProcessors(List.of(new ProbeProcessor()));
      if (!task.call()) {
        throw new IllegalStateException(
            diagnostics.getDiagnostics().stream()
                .map(each -> each.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n")));
      }
    }
    return new URLClassLoader(new URL[] {url(output)}, Eclipse.class.getClassLoader());
  }

  private static List<Path> javaFiles(Path sources) {
    return Sources.files(sources).stream()
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> !file.startsWith(sources.resolve("expected")))
        .toList();
  }

  private static List<String> options(Path output) {
    String classPath =
        ApplicationClassPath.plain().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        "--release",
        "17",
        "-d",
        output.toString(),
        "-s",
        output.toString(),
        "-Asonde.inject=none",
        "-classpath",
        classPath);
  }

  private static URL url(Path folder) throws MalformedURLException {
    return folder.toUri().toURL();
  }
}
