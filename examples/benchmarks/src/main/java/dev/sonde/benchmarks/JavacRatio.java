package dev.sonde.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Prints what the processor adds to a javac of its own, beside plain javac, a processor that does
 * nothing, and plain javac that is given the generated classes too. Seconds of processor time,
 * which other work on the machine disturbs least: medians of runs that take turns.
 */
public final class JavacRatio {

  private static final int CLASSES_OF_A_CONTAINER = 50;
  private static final String NOTHING =
      """
      import java.util.Set;
      import javax.annotation.processing.*;
      import javax.lang.model.element.TypeElement;
      public final class Nothing extends AbstractProcessor {
        @Override public Set<String> getSupportedAnnotationTypes() { return Set.of("*"); }
        @Override public javax.lang.model.SourceVersion getSupportedSourceVersion() {
          return javax.lang.model.SourceVersion.latest();
        }
        @Override public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
          return false;
        }
      }
      """;

  private static final String COMPILE = "compile";

  private final Path folder;
  private final Path nothing;

  private JavacRatio(Path folder) throws IOException {
    this.folder = folder;
    this.nothing = nothing(folder);
  }

  /**
   * Measures.
   *
   * @param arguments how often to run each for one class, and for a thousand; by default 15 and 5
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals(COMPILE)) {
      compileHere(Arrays.copyOfRange(arguments, 1, arguments.length));
      return;
    }
    int one = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
    int many = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    JavacRatio ratio = new JavacRatio(Files.createTempDirectory("javac-ratio"));
    System.out.println(
        "annotated classes  javac  + nothing  + generated  + Sonde  Sonde adds  Sonde / javac");
    ratio.measure(1, one);
    ratio.measure(1_000, many);
  }

  private void measure(int classes, int runs) throws Exception {
    List<Path> sources = sources(classes);
    List<String> sonde =
        List.of(
            "-processorpath",
            entries(
                "sonde-processor",
                "processor/target",
                "sonde-annotations",
                "api/target",
                "sonde-dsl",
                "core/target",
                "javapoet"));
    List<String> plain = List.of("-proc:none");
    List<Path> withGenerated = new ArrayList<>(sources);
    Path generated = Files.createDirectories(folder.resolve("generated" + classes));
    compile(sources, generated, sonde);
    try (Stream<Path> files = Files.walk(generated)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(withGenerated::add);
    }
    double[][] seconds = new double[4][runs];
    for (int run = 0; run < runs; run++) {
      seconds[0][run] = compile(sources, plain);
      seconds[1][run] = compile(sources, List.of("-processorpath", nothing.toString()));
      seconds[2][run] = compile(withGenerated, plain);
      seconds[3][run] = compile(sources, sonde);
    }
    double javac = median(seconds[0]);
    System.out.printf(
        Locale.ROOT,
        "%17d %6.2f %10.2f %12.2f %8.2f %11.2f %14.2f%n",
        classes,
        javac,
        median(seconds[1]),
        median(seconds[2]),
        median(seconds[3]),
        median(seconds[3]) - javac,
        median(seconds[3]) / javac);
  }

  private static double median(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private double compile(List<Path> sources, List<String> options)
      throws IOException, InterruptedException {
    return compile(sources, Files.createTempDirectory(folder, "classes"), options);
  }

  private double compile(List<Path> sources, Path output, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String classPath = System.getProperty("java.class.path");
    command.addAll(List.of("-cp", classPath, JavacRatio.class.getName(), COMPILE));
    command.addAll(List.of("-d", output.toString(), "-classpath", classPath));
    command.addAll(options);
    sources.forEach(source -> command.add(source.toString()));
    Path log = folder.resolve("javac.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    List<String> lines = process.waitFor() == 0 ? Files.readAllLines(log) : List.of();
    if (lines.isEmpty()) {
      throw new IOException("javac failed: " + Files.readString(log));
    }
    return Long.parseLong(lines.get(lines.size() - 1)) / 1e3;
  }

  /** Runs javac in this process, and prints the processor time that the process has taken. */
  private static void compileHere(String[] arguments) {
    if (ToolProvider.getSystemJavaCompiler().run(null, System.out, System.out, arguments) != 0) {
      System.exit(1);
    }
    System.out.println(ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis());
  }

  /** As many classes with a check each, in containers of 50: a constructor has its limits. */
  private List<Path> sources(int classes) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (int number = 0; number < classes; number++) {
      int container = number / CLASSES_OF_A_CONTAINER;
      boolean first = number % CLASSES_OF_A_CONTAINER == 0;
      Path file = folder.resolve("src/c" + container + "/Check" + number + ".java");
      Files.createDirectories(file.getParent());
      sources.add(
          Files.writeString(
              file,
              """
              package c%1$d;
              import dev.sonde.annotation.*;
              %2$spublic class Check%3$d {
                private final java.util.List<String> lines = new java.util.ArrayList<>();
                @Readiness boolean ready() { return lines.size() > %3$d; }
                @Override public String toString() { return String.join(", ", lines); }
              }
              """
                  .formatted(
                      container,
                      first ? "@Container(name = \"c%d\")\n".formatted(container) : "",
                      number)));
    }
    return sources;
  }

  /** A jar, as processors come: the compiler's first jar has its price, too. */
  private static Path nothing(Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("Nothing.java"), NOTHING);
    if (ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString())
        != 0) {
      throw new IOException("the empty processor does not compile");
    }
    Path jar = folder.resolve("nothing.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("META-INF/services/javax.annotation.processing.Processor"));
      out.write("Nothing".getBytes(StandardCharsets.US_ASCII));
      out.putNextEntry(new JarEntry("Nothing.class"));
      out.write(Files.readAllBytes(folder.resolve("Nothing.class")));
    }
    return jar;
  }

  /** What a build tool puts on the processor path, from this program's own class path. */
  private static String entries(String... parts) {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (Arrays.stream(parts).anyMatch(entry::contains)) {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }
}
