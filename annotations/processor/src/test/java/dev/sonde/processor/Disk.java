package dev.sonde.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles from disk to disk. */
final class Disk {

  private final Path folder;
  private final List<Path> classPath = new ArrayList<>(ApplicationClassPath.plain());
  private List<Processor> processors = List.of(new ProbeProcessor());

  Disk(Path folder) {
    this.folder = folder;
  }

  Disk withClassPath(Path more) {
    classPath.add(more);
    return this;
  }

  Disk without(String part) {
    classPath.removeIf(entry -> entry.toString().contains(part));
    return this;
  }

  Disk withProcessors(Processor... others) {
    processors = List.of(others);
    return this;
  }

  Path classes() {
    return folder.resolve("classes");
  }

  /** Compiles sources, by path; returns the diagnostics. */
  List<Diagnostic<? extends JavaFileObject>> compile(Map<String, String> sources)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      files.add(file);
    }
    Files.createDirectories(classes());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              diagnostics,
              List.of("-d", classes().toString(), "-classpath", joined(classPath)),
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors);
      task.call();
    }
    return diagnostics.getDiagnostics();
  }

  private static String joined(List<Path> paths) {
    return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
  }
}
