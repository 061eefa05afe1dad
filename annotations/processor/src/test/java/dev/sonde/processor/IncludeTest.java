package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.JavaRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of libraries: read from class files. */
class IncludeTest {

  private static final Map<String, String> LIBRARY =
      Map.of(
          "org/lib/Pinged.java",
          """
          package org.lib;
          import dev.sonde.annotation.Readiness;
          public interface Pinged {
            @Readiness(timeoutSeconds = 4) default boolean ping() { return true; }
          }
          """,
          "org/lib/Base.java",
          """
          package org.lib;
          import dev.sonde.annotation.Liveness;
          public class Base {
            @Liveness(name = "base") public boolean alive() { return true; }
          }
          """,
          "org/lib/Database.java",
          """
          package org.lib;
          import dev.sonde.annotation.Readiness;
          public class Database extends Base implements Pinged {
            @Readiness public void connected() throws java.io.IOException {}
            @Override public boolean ping() { return false; }
          }
          """,
          "org/lib/Hidden.java",
          """
          package org.lib;
          import dev.sonde.annotation.Readiness;
          public class Hidden {
            @Readiness boolean visible() { return true; }
          }
          """,
          "org/lib/Wrong.java",
          """
          package org.lib;
          import dev.sonde.annotation.Readiness;
          public class Wrong {
            @Readiness(periodSeconds = -1) public int number() { return 1; }
          }
          """,
          "org/lib/Gone.java",
          "package org.lib; public class Gone extends java.util.concurrent.CompletableFuture<Boolean> {}",
          "org/lib/Broken.java",
          """
          package org.lib;
          import dev.sonde.annotation.Readiness;
          public class Broken {
            @Readiness public Gone later() { return new Gone(); }
          }
          """);

  @TempDir Path folder;
  private Path library;

  @BeforeEach
  void compileLibrary() throws IOException {
    Disk disk = new Disk(folder.resolve("library")).withProcessors();
    assertThat(disk.compile(LIBRARY)).isEmpty();
    library = disk.classes();
  }

  @Test
  void asksChecksThatALibraryDeclaresAndInherits() throws IOException {
    Disk disk = app("org.lib.Database.class");
    assertThat(disk.compile(sources("org.lib.Database.class"))).isEmpty();
    assertThat(Files.readString(disk.classes().resolve("com/acme/AppHealth.java")))
        .contains("public AppHealth(Database database)")
        .contains("Check.bool(\"base\", database::alive)")
        .contains("Check.throwing(\"database-connected\", database::connected)")
        .contains("Check.bool(\"database-ping\", database::ping)")
        .contains("Duration.ofSeconds(4)");
  }

  @Test
  void asksWhatASubclassInheritsFromALibrary() throws IOException {
    Disk disk = app("");
    Map<String, String> sources =
        Map.of(
            "com/acme/App.java",
            source("Own.class"),
            "com/acme/Own.java",
            "package com.acme; final class Own extends org.lib.Base {"
                + " @dev.sonde.annotation.Readiness boolean open() { return true; } }");
    assertThat(disk.compile(sources)).isEmpty();
    assertThat(Files.readString(disk.classes().resolve("com/acme/AppHealth.java")))
        .contains("Check.bool(\"base\", own::alive)");
  }

  @Test
  void rejectsALibrarysCheckThatIsNotPublic() throws IOException {
    assertFinding("org.lib.Hidden.class", "[check-visibility] org.lib.Hidden.visible() ");
  }

  @Test
  void pointsAtTheInclusionOfWhatIsWrongInALibrary() throws IOException {
    Disk disk = app("org.lib.Wrong.class");
    assertThat(disk.compile(sources("org.lib.Wrong.class")))
        .hasSize(2)
        .allSatisfy(error -> assertThat(error.getLineNumber()).isEqualTo(5))
        .extracting(error -> error.getMessage(Locale.ROOT).replaceFirst("(?s)\\].*", "]"))
        .containsExactlyInAnyOrder("[check-signature]", "[negative-number]");
  }

  @Test
  @Provokes(JavaRule.UNRESOLVED_TYPE)
  void tellsWhichClassALibraryLacks() throws IOException {
    Files.delete(library.resolve("org/lib/Gone.class"));
    assertFinding(
        "org.lib.Broken.class",
        "[unresolved-type] org.lib.Broken refers to org.lib.Gone, which is not on the class path.");
  }

  private void assertFinding(String include, String text) throws IOException {
    assertThat(app(include).compile(sources(include)))
        .filteredOn(error -> error.getKind() == Diagnostic.Kind.ERROR)
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage(Locale.ROOT)).startsWith(text);
              assertThat(error.getLineNumber()).isEqualTo(5);
            });
  }

  private Disk app(String name) {
    return new Disk(folder.resolve("app" + name)).withClassPath(library);
  }

  private static Map<String, String> sources(String include) {
    return Map.of("com/acme/App.java", source(include));
  }

  private static String source(String include) {
    return """
    package com.acme;
    import dev.sonde.annotation.*;

    @Container(include =
        %s)
    @Readiness @Startup(failureThreshold = 30, withoutChecks = true)
    final class App {}
    """
        .formatted(include);
  }
}
