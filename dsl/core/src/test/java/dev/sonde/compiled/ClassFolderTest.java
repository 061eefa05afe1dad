package dev.sonde.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFolderTest {

  /** Only the names of the annotations count. */
  private static final Map<String, String> ANNOTATIONS =
      Map.of(
          "dev/sonde/annotation/Readiness.java",
          "package dev.sonde.annotation; public @interface Readiness {"
              + " String name() default \"\"; int[] numbers() default {}; long big() default 0;"
              + " boolean flag() default false; Class<?> type() default Object.class;"
              + " java.lang.annotation.RetentionPolicy policy() default"
              + " java.lang.annotation.RetentionPolicy.CLASS; Inner inner() default @Inner;"
              + " @interface Inner { String value() default \"\"; } }");

  @TempDir private Path folder;
  private ClassFolder classes;

  @BeforeEach
  void hasAnnotations() throws IOException {
    classes = new ClassFolder(folder.resolve("classes"));
    compile(ANNOTATIONS);
  }

  @Test
  void findsAnnotatedClassesAndMethodsAndNothingElse() throws IOException {
    compile(
        Map.of(
            "com/acme/Outer.java",
            """
            package com.acme;
            import dev.sonde.annotation.Readiness;
            class Outer {
              @Readiness(name = "a\\"b", numbers = {2, 1}) boolean open() { return true; }
              @Deprecated static class $Nested {
                @Readiness(big = 5L, flag = true, type = Outer.class) interface Inner {}
              }
              void local() {
                class Local { @Readiness boolean unseen() { return true; } }
              }
            }
            """,
            "com/acme/Plain.java",
            "package com.acme; class Plain { String text = \"dev/sonde/annotation/\"; }"));
    List<ClassFile> annotated = classes.annotated(path -> true);
    assertThat(annotated)
        .extracting(ClassFile::binaryName)
        .containsExactly("com.acme.Outer$$Nested$Inner", "com.acme.Outer");
    ClassFile inner = annotated.get(0);
    assertThat(inner.canonicalName()).isEqualTo("com.acme.Outer.$Nested.Inner");
    assertThat(inner.topLevelName()).isEqualTo("com.acme.Outer");
    assertThat(inner.sourcePath()).contains("com/acme/Outer.java");
    assertThat(inner.isAbstract()).isTrue();
    assertThat(inner.annotations())
        .containsExactly("@dev.sonde.annotation.Readiness(big=5,flag=true,type=com.acme.Outer)");
    assertThat(annotated.get(1).annotations())
        .containsExactly("open() @dev.sonde.annotation.Readiness(name=\"a\\\"b\",numbers={2,1})");
  }

  @Test
  void readsEnumsAndAnnotationsWithin() throws IOException {
    compile(
        Map.of(
            "A.java",
            "@dev.sonde.annotation.Readiness(policy = java.lang.annotation.RetentionPolicy.SOURCE,"
                + " inner = @dev.sonde.annotation.Readiness.Inner(\"x\")) class A {}"));
    assertThat(classes.annotated(path -> true).get(0).annotations())
        .containsExactly(
            "@dev.sonde.annotation.Readiness("
                + "inner=@dev.sonde.annotation.Readiness$Inner(value=\"x\"),policy=SOURCE)");
  }

  @Test
  void passesOverWhatTheCompilerCopiedToABridge() throws IOException {
    compile(
        Map.of(
            "B.java",
            "class Base { @dev.sonde.annotation.Readiness public boolean up() { return true; } }"
                + " public class B extends Base {}"));
    assertThat(classes.annotated(path -> true))
        .extracting(ClassFile::binaryName)
        .containsExactly("Base");
  }

  @Test
  void passesOverMembersThatTheirClassDoesNotKnowAnyMore() throws IOException {
    String nested = " static class In { @dev.sonde.annotation.Readiness void up() {} } }";
    compile(Map.of("Out.java", "class Out {" + nested));
    compile(Map.of("Out.java", "class Out {}"));
    assertThat(classes.contains("Out$In")).isTrue();
    assertThat(classes.annotated(path -> true)).isEmpty();
    compile(Map.of("Out.java", "class Out {" + nested));
    assertThat(classes.annotated(path -> true)).hasSize(1);
    Files.delete(classes.root().resolve("Out.class"));
    assertThat(classes.annotated(path -> true)).isEmpty();
  }

  @Test
  void passesOverClassesOfOtherReleasesInTheSameFolder() throws IOException {
    compile(Map.of("A.java", "@dev.sonde.annotation.Readiness class A {}"));
    Path versions = Files.createDirectories(classes.root().resolve("META-INF/versions/21"));
    Files.copy(classes.root().resolve("A.class"), versions.resolve("A.class"));
    assertThat(classes.annotated(path -> true)).hasSize(1);
    assertThat(classes.annotated(path -> path.startsWith("META-INF"))).isEmpty();
  }

  @Test
  void knowsWhatAFileBelongsTo() throws IOException {
    compile(Map.of("a/X$Y.java", "package a; class X$Y { class Z {} }"));
    assertThat(classes.topLevelName("a/X$Y$Z.class")).isEqualTo("a.X$Y");
    assertThat(classes.topLevelName("a/X$Y.class")).isEqualTo("a.X$Y");
  }

  @Test
  void isEmptyWhereThereIsNoFolder() throws IOException {
    assertThat(new ClassFolder(folder.resolve("none")).annotated(path -> true)).isEmpty();
  }

  @Test
  void refusesWhatIsNoClassFile() throws IOException {
    Path file = classes.root().resolve("Broken.class");
    Files.writeString(file, "dev/sonde/annotation/Readiness");
    assertThatIOException()
        .isThrownBy(() -> classes.annotated(path -> true))
        .withMessage(file + " cannot be read: it is no class file");
    compile(Map.of("A.java", "@dev.sonde.annotation.Readiness class A {}"));
    byte[] whole = Files.readAllBytes(classes.root().resolve("A.class"));
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatIOException().isThrownBy(() -> classes.read("Broken.class"));
    }
  }

  @Test
  void readsARecordAgain() {
    CompilationRecord record =
        new CompilationRecord(
            Map.of("a.B$C", "0123456789abcdef", "a.B", "x"),
            Set.of("a.D"),
            Set.of("a.B"),
            Map.of("a.BHealth", "y"),
            Map.of("META-INF/sonde/c.yaml", "z"));
    assertThat(CompilationRecord.parse(record.toText())).isEqualTo(Optional.of(record));
    assertThat(CompilationRecord.parse(record.toText().replace("v1", "v2"))).isEmpty();
    assertThat(CompilationRecord.parse(record.toText() + "unknown x y\n")).isEmpty();
    assertThat(CompilationRecord.parse("")).isEmpty();
  }

  @Test
  void tellsTextsApart() {
    // The test vectors of FNV-1a with 64 bits.
    assertThat(TextHash.of("")).isEqualTo("cbf29ce484222325");
    assertThat(TextHash.of("foobar")).isEqualTo("85944171f73967e8");
  }

  private void compile(Map<String, String> sources) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none", "-d", classes.root().toString(), "-cp", classes.root().toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(new String[0])))
        .isZero();
  }
}
