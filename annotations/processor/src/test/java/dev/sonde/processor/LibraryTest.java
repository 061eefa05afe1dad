package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.JavaRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that only own checks, compiled with the processor as everything is. */
class LibraryTest {

  private static final String CHECK = " { @Readiness public boolean ok() { return true; } }\n";
  private static final String HEAD = "package shop;\nimport dev.sonde.annotation.*;\n";

  @TempDir Path folder;

  @Test
  @Provokes(JavaRule.LIBRARY)
  void generatesNothingAndTellsWhoHasToAsk() throws IOException {
    Disk library = new Disk(folder).without("annotations/runtime");
    assertThat(library.compile(Map.of("shop/Queue.java", HEAD + "public class Queue" + CHECK)))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.getKind()).isEqualTo(Diagnostic.Kind.NOTE);
              assertThat(note.getLineNumber()).isEqualTo(3);
              assertThat(note.getMessage(Locale.ROOT))
                  .startsWith("[library] nothing is generated for a library")
                  .contains("@Container(include = {shop.Queue.class})");
            });
    assertThat(library.classes().resolve("META-INF/sonde/container.yaml")).doesNotExist();
    assertThat(library.classes().resolve("shop")).isDirectoryContaining("glob:**/Queue.class");
    assertThat(library.classes().resolve("shop/ApplicationHealth.java")).doesNotExist();
  }

  @Test
  void isIncludedBesideOthersThatHaveTheSamePackage() throws IOException {
    Disk one = new Disk(folder.resolve("one"));
    Disk two = new Disk(folder.resolve("two"));
    one.compile(Map.of("shop/One.java", HEAD + "public class One" + CHECK));
    two.compile(Map.of("shop/Two.java", HEAD + "public class Two" + CHECK));
    Disk app =
        new Disk(folder.resolve("app")).withClassPath(one.classes()).withClassPath(two.classes());
    String source =
        "package shop.main;\nimport dev.sonde.annotation.*;\n"
            + "@Container(name = \"orders\", include = {shop.One.class, shop.Two.class})\n"
            + "public class App {}\n";
    assertThat(app.compile(Map.of("shop/main/App.java", source))).isEmpty();
    assertThat(Files.readString(app.classes().resolve("shop/main/AppHealth.java")))
        .contains("public AppHealth(One one, Two two)");
    assertThat(one.classes().resolve("META-INF/sonde/container.yaml")).doesNotExist();
  }

  @Test
  void isJudgedAsEverythingIs() throws IOException {
    String broken = " { @Readiness public boolean ok(int number) { return true; } }\n";
    assertThat(
            new Disk(folder)
                .compile(Map.of("shop/Queue.java", HEAD + "public class Queue" + broken)))
        .extracting(error -> error.getMessage(Locale.ROOT).replaceFirst("(?s)\\].*", "]"))
        .containsExactly("[check-signature]");
  }

  @Test
  void isNoneIfItCanBeStarted() throws IOException {
    Disk application = new Disk(folder);
    String main = HEAD + "public class Main { public static void main(String[] arguments) {} }\n";
    assertThat(
            application.compile(
                Map.of(
                    "shop/Queue.java",
                    HEAD + "public class Queue" + CHECK,
                    "shop/Main.java",
                    main)))
        .isEmpty();
    assertThat(application.classes().resolve("META-INF/sonde/container.yaml")).exists();
  }
}
