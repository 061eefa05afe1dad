package dev.sonde.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints what the processor adds to a javac of its own, beside plain javac and a processor that
 * does nothing: medians of runs that take turns, so that other work on the machine meets them all
 * alike.
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
        @Override public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
          return false;
        }
      }
      """;

  private final Path folder;

  private JavacRatio(Path folder) {
    this.folder = folder;
  }

  /**
   * Measures.
   *
   * @param arguments how often to run each for one class, and for a thousand; by default 15 and 5
   */
  public static void main(String[] arguments) throws Exception {
    int one = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
    int many = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    JavacRatio ratio = new JavacRatio(Files.createTempDirectory("javac-ratio"));
    System.out.println("annotated classes  javac  + nothing  + Sonde  Sonde adds  Sonde / javac");
    ratio.measure(1, one);
    ratio.measure(1_000, many);
  }

  private void measure(int classes, int runs) throws Exception {
    List<Path> sources = sources(classes);
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put("javac", List.of("-proc:none"));
    ways.put("nothing", List.of("-processorpath", nothing().toString()));
    ways.put(
        "sonde",
        List.of(
            "-processorpath",
            entries(
                "sonde-processor",
                "processor/target",
                "sonde-annotations",
                "api/target",
                "sonde-dsl",
                "core/target",
                "javapoet")));
    Map<String, double[]> seconds = new LinkedHashMap<>();
    for (int run = 0; run < runs; run++) {
      for (Map.Entry<String, List<String>> way : ways.entrySet()) {
        seconds.computeIfAbsent(way.getKey(), key -> new double[runs])[run] =
            compile(sources, way.getValue());
      }
    }
    double javac = median(seconds.get("javac"));
    double sonde = median(seconds.get("sonde"));
    System.out.printf(
        Locale.ROOT,
        "%17d %6.2f %10.2f %8.2f %11.2f %14.2f%n",
        classes,
        javac,
        median(seconds.get("nothing")),
        sonde,
        sonde - javac,
        sonde / javac);
  }

  private static double median(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private double compile(List<Path> sources, List<String> options)
      throws IOException, InterruptedException {
    Path output = Files.createTempDirectory(folder, "classes");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(
        List.of("-d", output.toString(), "-classpath", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(
        "@"
            + Files.write(
                folder.resolve("sources"), sources.stream().map(Path::toString).toList()));
    Path log = folder.resolve("javac.log");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IOException("javac failed: " + Files.readString(log));
    }
    return (System.nanoTime() - start) / 1e9;
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

  private Path nothing() throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("Nothing.java"), NOTHING);
    Path classes = folder.resolve("nothing");
    Path service = classes.resolve("META-INF/services/javax.annotation.processing.Processor");
    Files.createDirectories(service.getParent());
    Files.writeString(service, "Nothing");
    Process javac =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-proc:none",
                "-d",
                classes.toString(),
                source.toString())
            .inheritIO()
            .start();
    if (javac.waitFor() != 0) {
      throw new IOException("the empty processor does not compile");
    }
    return classes;
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
