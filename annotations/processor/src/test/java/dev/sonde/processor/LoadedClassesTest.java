package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the processor makes javac load: a compiler that starts for one class pays for each. */
class LoadedClassesTest {

  private static final Pattern LOADED = Pattern.compile("\\[class,load\\] (\\S+) source: (\\S+)");
  private static final int MOST_CLASSES = 220;

  @TempDir Path folder;

  @Test
  void loadsTheModelTheRulesTheWriterAndJavaPoetAndNothingElse() throws Exception {
    List<String> loaded = loadedBesidesTheJdk();
    assertThat(packagesOf(loaded))
        .isSubsetOf(
            "com.squareup.javapoet",
            "dev.sonde.compiled",
            "dev.sonde.model",
            "dev.sonde.processor",
            "dev.sonde.processor.check",
            "dev.sonde.processor.plan",
            "dev.sonde.processor.read",
            "dev.sonde.processor.render",
            "dev.sonde.processor.diagnostic",
            "dev.sonde.processor.write",
            "dev.sonde.lint",
            "dev.sonde.release",
            "dev.sonde.rules",
            "dev.sonde.yaml");
    assertThat(loaded).hasSizeLessThan(MOST_CLASSES);
  }

  private List<String> loadedBesidesTheJdk() throws IOException, InterruptedException {
    JavacCommand javac = new JavacCommand(folder);
    Path log = folder.resolve("loaded.log");
    Path source = Files.createDirectories(folder.resolve("src")).resolve("Shop.java");
    Files.writeString(
        source,
        "@dev.sonde.annotation.Readiness class Shop {"
            + " @dev.sonde.annotation.Readiness boolean open() { return true; } }");
    javac.run(
        List.of(source),
        "-J-Xlog:class+load:file=" + log,
        "-processorpath",
        JavacCommand.path(javac.sonde));
    return LOADED
        .matcher(Files.readString(log))
        .results()
        .filter(loaded -> loaded.group(2).startsWith("file:"))
        .map(loaded -> loaded.group(1))
        .toList();
  }

  private static TreeSet<String> packagesOf(List<String> classes) {
    return classes.stream()
        .map(name -> name.substring(0, name.lastIndexOf('.')))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
