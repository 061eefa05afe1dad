package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.sonde.rules.JavaRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundsTest {

  private static final String IMPORT = "import dev.sonde.annotation.Readiness;\n";

  /** Refers to the generated class in a signature, which needs it before the last round. */
  private static final JavaFileObject APPLICATION =
      source(
          "Application",
          "@Readiness(periodSeconds = 5) final class Application {"
              + " ApplicationHealth health; @Readiness boolean own() { return true; } }");

  /** Makes an application of what has nothing but checks. */
  private static final JavaFileObject MAIN =
      JavaFileObjects.forSourceString(
          "com.acme.Main",
          "package com.acme; class Main { public static void main(String[] arguments) {} }");

  static Stream<Map<Integer, String>> rounds() {
    return Stream.of(
        Map.of(1, check("First")),
        Map.of(1, check("First"), 2, check("Second")),
        Map.of(1, check("First"), 2, check("Second"), 3, check("Third")),
        Map.of(1, IMPORT + "final class Plain {}", 2, check("Second")));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void seesChecksGeneratedByOtherProcessors(Map<Integer, String> generated) {
    // Whoever comes first, it makes no difference.
    Generating other = new Generating(generated);
    Generating sameOther = new Generating(generated);
    List<Processor> before = List.of(other, new ProbeProcessor());
    List<Processor> after = List.of(new ProbeProcessor(), sameOther);
    for (List<Processor> processors : List.of(before, after)) {
      Compilation compilation = Javac.with(processors).compile(APPLICATION);
      assertThat(compilation.diagnostics()).isEmpty();
      String health = Javac.generated(compilation).get("com/acme/ApplicationHealth.java");
      generated.values().stream()
          .filter(code -> code.contains("@Readiness"))
          .map(code -> code.replaceFirst("(?s).*class (\\w+).*", "$1").toLowerCase())
          .forEach(name -> assertThat(health).contains("\"" + name + "-fine\""));
      assertThat(health).contains("\"application-own\"");
    }
  }

  @Test
  void seesAClassThatIsGeneratedAfterARoundWithoutAny() {
    Generating other = new Generating(Map.of(2, check("Second")));
    Compilation compilation = Javac.with(List.of(other, new ProbeProcessor())).compile(APPLICATION);
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(Javac.generated(compilation).get("com/acme/ApplicationHealth.java"))
        .contains("\"second-fine\"");
  }

  @Test
  void takesParametersOfGeneratedClasses() {
    Generating other =
        new Generating(Map.of(1, IMPORT + "@Readiness(timeoutSeconds = 4) final class Late {}"));
    Compilation compilation = Javac.with(List.of(other, new ProbeProcessor())).compile(APPLICATION);
    assertThat(Javac.generated(compilation).get("META-INF/sonde/container.yaml"))
        .contains("periodSeconds: 5", "timeoutSeconds: 4");
  }

  @Test
  void findsGeneratedImplementationsOfAnAbstractCheck() {
    Generating other =
        new Generating(
            Map.of(
                1, "class StoreImpl implements Store { public boolean open() { return true; } }"));
    JavaFileObject store = source("Store", "interface Store { @Readiness boolean open(); }");
    Compilation compilation = Javac.with(List.of(new ProbeProcessor(), other)).compile(store, MAIN);
    assertThat(compilation.errors()).isEmpty();
    assertThat(Javac.generated(compilation).get("com/acme/ApplicationHealth.java"))
        .contains("Check.bool(\"store-impl-open\", storeImpl::open)");
  }

  @Test
  void waitsForTypesThatAreGeneratedLater() {
    // Generated though the rounds before brought nothing: only waiting once more sees it.
    Generating other =
        new Generating(
            Map.of(
                3,
                "import java.util.concurrent.CompletableFuture;\n"
                    + "class Answer extends CompletableFuture<Boolean> {}"));
    JavaFileObject user =
        source("User", "class User { @Readiness Answer later() { return new Answer(); } }");
    Compilation compilation = Javac.with(List.of(other, new ProbeProcessor())).compile(user, MAIN);
    assertThat(compilation.errors()).isEmpty();
    assertThat(Javac.generated(compilation).get("com/acme/ApplicationHealth.java"))
        .contains("Check.asyncBool(\"user-later\", user::later)");
  }

  @Test
  void startsWithAnAnnotationThatIsGenerated() {
    Generating other =
        new Generating(
            Map.of(
                1,
                check("Only")
                    .replace("{ @", "{ public static void main(String[] arguments) {} @")));
    Compilation compilation =
        Javac.with(List.of(new ProbeProcessor(), other))
            .compile(
                JavaFileObjects.forSourceString(
                    "com.acme.Plain", "package com.acme; class Plain {}"));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(Javac.generated(compilation)).containsKey("com/acme/ApplicationHealth.java");
  }

  @Test
  @Provokes(JavaRule.GENERATED_TOO_LATE)
  void rejectsAClassThatWaitedForTheEndpointsItself() {
    Generating other = new Generating(Map.of(3, check("TooLate")));
    Compilation compilation = Javac.with(List.of(other, new ProbeProcessor())).compile(APPLICATION);
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage(null))
                  .startsWith("[generated-too-late] com.acme.TooLate was generated after");
              assertThat(error.getSource().getName()).endsWith("TooLate.java");
            });
  }

  private static String check(String name) {
    return IMPORT + "class " + name + " { @Readiness boolean fine() { return true; } }";
  }

  private static JavaFileObject source(String name, String code) {
    return JavaFileObjects.forSourceString(
        "com.acme." + name, "package com.acme;\n" + IMPORT + code);
  }
}
