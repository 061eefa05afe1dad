package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints what the processor adds to javac. For figures to rely on, on a quiet machine:
 *
 * <pre>mvn -pl annotations/processor -am test -Dtest=JavacOverheadTest \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dsonde.overhead.runs=15</pre>
 */
class JavacOverheadTest {

  private static final int CLASSES_OF_A_CONTAINER = 50;

  @TempDir Path folder;

  @Test
  void printsTheSecondsThatItAddsToJavac() throws Exception {
    JavacCommand javac = new JavacCommand(folder);
    StringBuilder table = new StringBuilder("Seconds of javac, the best of some runs:\n");
    table.append(
        line("annotated classes", "-proc:none", "empty", "sonde", "added", "sonde / empty"));
    for (int classes : List.of(1, 1_000)) {
      table.append(measure(javac, classes, runs(classes)));
    }
    System.out.println(table);
    assertThat(table.toString().lines()).hasSize(4);
  }

  /** A few runs while building; as many as asked for otherwise. */
  private static int runs(int classes) {
    return Integer.getInteger("sonde.overhead.runs", classes == 1 ? 3 : 1);
  }

  private String measure(JavacCommand javac, int classes, int runs) throws Exception {
    List<Path> sources = sources(classes);
    double none = Double.MAX_VALUE;
    double empty = Double.MAX_VALUE;
    double sonde = Double.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      none = Math.min(none, javac.run(sources, "-proc:none"));
      empty = Math.min(empty, javac.run(sources, "-processorpath", JavacCommand.path(javac.empty)));
      sonde = Math.min(sonde, javac.run(sources, "-processorpath", JavacCommand.path(javac.sonde)));
    }
    return line(
        Integer.toString(classes),
        seconds(none),
        seconds(empty),
        seconds(sonde),
        seconds(sonde - none),
        seconds(sonde / empty));
  }

  /** As many classes with a check each, in containers of 50: a constructor has its limits. */
  private List<Path> sources(int classes) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (int number = 0; number < classes; number++) {
      int container = number / CLASSES_OF_A_CONTAINER;
      boolean first = number % CLASSES_OF_A_CONTAINER == 0;
      Path file = folder.resolve("src/c" + container + "/Check" + number + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          """
          package c%d;
          import dev.sonde.annotation.*;
          %spublic class Check%d {
            private final java.util.List<String> lines = new java.util.ArrayList<>();
            @Readiness boolean ready() { return lines.size() > %d; }
            @Override public String toString() { return String.join(", ", lines); }
          }
          """
              .formatted(
                  container,
                  first ? "@Container(name = \"c%d\")\n".formatted(container) : "",
                  number,
                  number));
      sources.add(file);
    }
    return sources;
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }

  private static String line(String... cells) {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      line.append(String.format(Locale.ROOT, "%18s", cell));
    }
    return line.append('\n').toString();
  }
}
