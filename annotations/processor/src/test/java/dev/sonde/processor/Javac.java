package dev.sonde.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.sonde.compiled.CompilationRecord;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** Compiles in memory with the processor, and tells what came out. */
final class Javac {

  private Javac() {}

  /** A compiler for which each warning is an error, except what is listed in the options. */
  static Compiler strict(Object... options) {
    return strict(ApplicationClassPath.plain(), options);
  }

  /** A strict compiler with another class path. */
  static Compiler strict(List<Path> classPath, Object... options) {
    List<Object> all = new ArrayList<>(List.of("-Xlint:all", "-Werror"));
    all.addAll(List.of(options));
    return javac()
        .withClasspath(files(classPath))
        .withOptions(all)
        .withProcessors(new ProbeProcessor());
  }

  /** A compiler that only reports. */
  static Compiler lenient(Object... options) {
    return plain().withOptions(options).withProcessors(new ProbeProcessor());
  }

  /** A strict compiler with other processors beside ours, in this order. */
  static Compiler with(List<Processor> processors) {
    return plain().withOptions("-Xlint:all", "-Werror").withProcessors(processors);
  }

  /** What was generated for the user, by path. */
  static SortedMap<String, String> generated(Compilation compilation) {
    SortedMap<String, String> generated = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      String path = file.toUri().getPath();
      if (file.getKind() != JavaFileObject.Kind.CLASS
          && !path.contains("/SondeRound")
          && !path.endsWith(CompilationRecord.PATH)) {
        generated.put(path.replaceFirst("^/(SOURCE|CLASS)_OUTPUT/", ""), text(file));
      }
    }
    return generated;
  }

  static List<JavaFileObject> reversed(List<JavaFileObject> sources) {
    List<JavaFileObject> reversed = new ArrayList<>(sources);
    Collections.reverse(reversed);
    return reversed;
  }

  private static Compiler plain() {
    return javac().withClasspath(files(ApplicationClassPath.plain()));
  }

  private static List<File> files(List<Path> paths) {
    return paths.stream().map(Path::toFile).toList();
  }

  private static String text(JavaFileObject file) {
    try {
      return new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
