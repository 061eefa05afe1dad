package dev.sonde.manifests.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.compiled.AnnotationText;
import dev.sonde.compiled.ClassFile;
import dev.sonde.compiled.ClassFolder;
import dev.sonde.compiled.CompilationRecord;
import dev.sonde.compiled.TextHash;
import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.output.PlacedFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledClassesTest {

  private static final String DOCUMENT = "apiVersion: sonde.dev/v1\nkind: ProbeSet\n";
  private static final String PATH = "META-INF/sonde/container.yaml";

  @TempDir private Path folder;
  private Path classes;
  private Path sources;

  /** The names of the annotations are all that counts. */
  @BeforeEach
  void compiles() throws IOException {
    classes = Files.createDirectories(folder.resolve("classes"));
    sources = folder.resolve("src");
    Path annotations = folder.resolve("annotations");
    javac(
        annotations,
        Map.of(
            annotations.resolve("dev/sonde/annotation/Readiness.java"),
            "package dev.sonde.annotation; public @interface Readiness { int value() default 0; }"));
    compile("shop/Store", "public class Store { @Readiness(3) boolean up() { return true; } }");
    compile("shop/Stock", "public interface Stock { @Readiness boolean isOpen(); }");
    compile(
        "shop/Shelf", "class Shelf implements Stock { public boolean isOpen() {return true;} }");
    compile("shop/Plain", "class Plain {}");
  }

  @Test
  void isContentWithWhatTheProcessorWrote() throws IOException {
    record();
    assertThat(ProbeSetFiles.in(classes)).hasSize(1);
  }

  @Test
  void refusesAnnotatedClassesWithoutAnyDocument() {
    refused()
        .hasMessageStartingWith(classes + ":1:1: ")
        .hasMessageContaining("[processor-off] ")
        .hasMessageContaining("shop.Stock, shop.Store")
        .hasMessageContaining("annotationProcessorPaths")
        .hasMessageContaining("-proc:none")
        .hasMessageContaining("JDK 23");
  }

  @Test
  void takesDocumentsThatPeopleWrite() throws IOException {
    write(classes.resolve(PATH), DOCUMENT);
    assertThat(ProbeSetFiles.in(classes)).hasSize(1);
  }

  @Test
  void takesALibraryThatOnlyOwnsChecks() throws IOException {
    record();
    Files.delete(classes.resolve(PATH));
    write(
        classes.resolve(CompilationRecord.PATH),
        new CompilationRecord(owners(), Set.of("shop.Shelf"), Set.of(), Map.of(), Map.of())
            .toText());
    assertThat(ProbeSetFiles.in(classes)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "changed since then of: shop.Store|shop/Store|class Store { @Readiness(4) void up() {} }",
        "annotations are gone of: shop.Store|shop/Store|class Store { void up() {} }",
        "not see the annotations of: shop.More|shop/More|class More { @Readiness void up() {} }",
        "not see these classes: shop.Bin|shop/Bin|class Bin extends Shelf {}",
      })
  void refusesClassesThatTheProcessorDidNotSee(String line) throws IOException {
    record();
    String[] parts = line.split("\\|");
    compile(parts[1], parts[2]);
    refused()
        .hasMessageStartingWith(classes + ":1:1: ")
        .hasMessageContaining("[classes-stale] ")
        .hasMessageContaining(parts[0])
        .hasMessageContaining("mvn clean compile");
  }

  /** The record of one module is all that is left where others were unpacked beside it. */
  @Test
  void saysWhatToNameWhereModulesWereUnpackedIntoOneFolder() throws IOException {
    record();
    compile("shop/Disk", "public class Disk { @Readiness boolean up() { return true; } }");
    refused()
        .hasMessageContaining("not see the annotations of: shop.Disk.")
        .hasMessageEndingWith(
            "If several modules were unpacked into this folder, name the application's own classes,"
                + " or its jar.");
    Path jar = folder.resolve("fat.jar");
    zip(jar, "", List.of("shop/Store.class", "shop/Disk.class", PATH, CompilationRecord.PATH));
    assertThat(ProbeSetFiles.in(jar)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop/Store.class", "shop/Shelf.class", PATH})
  void refusesWhereSomethingIsGone(String path) throws IOException {
    record();
    Files.delete(classes.resolve(path));
    refused()
        .hasMessageContaining("gone")
        .hasMessageContaining(path.replace(".class", "").replace("shop/", "shop."));
  }

  @Test
  void refusesADocumentThatWasChanged() throws IOException {
    record();
    write(classes.resolve(PATH), DOCUMENT + "container: other\n");
    refused().hasMessageContaining("changed by somebody else: " + PATH);
  }

  @Test
  void refusesARecordOfAnotherVersion() throws IOException {
    write(classes.resolve(CompilationRecord.PATH), "sonde.dev/v9\n");
    refused().hasMessageContaining("not a record that this version of Sonde reads");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "BOOT-INF/classes/", "WEB-INF/classes/"})
  void looksIntoArchives(String below) throws IOException {
    Path jar = folder.resolve("app.jar");
    zip(jar, below, List.of("shop/Store.class", "shop/Plain.class"));
    assertThatThrownBy(() -> ProbeSetFiles.in(jar))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageStartingWith(jar + ":1:1: ")
        .hasMessageContaining("[processor-off] ")
        .hasMessageContaining("for: shop.Store.");
    zip(jar, below, List.of("shop/Plain.class"));
    assertThat(ProbeSetFiles.in(jar)).isEmpty();
    record();
    zip(jar, below, List.of("shop/Store.class", CompilationRecord.PATH));
    assertThat(ProbeSetFiles.in(jar)).isEmpty();
  }

  @Test
  void passesOverClassPathsOfOthers() throws IOException {
    assertThat(ProbeSetFiles.onClassPath(classes)).isEmpty();
  }

  @Test
  void isContentWithSourcesThatWereCompiled() throws IOException {
    assertThat(changed()).isEmpty();
  }

  @Test
  void refusesASourceThatIsNewerThanItsClass() throws IOException {
    Path source = sources.resolve("shop/Plain.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(changed())
        .contains(
            source
                + ":1:1: [sources-changed] it is newer than the class that was compiled from"
                + " it. Compile first: mvn process-classes, and this goal in the same call.");
  }

  @Test
  void refusesASourceThatWasNeverCompiled() throws IOException {
    write(sources.resolve("shop/package-info.java"), "/** dev.sonde.annotation */ package shop;");
    write(sources.resolve("shop/Comment.java"), "// Nothing.");
    assertThat(changed()).isEmpty();
    Path source = sources.resolve("shop/More.java");
    write(source, "import dev.sonde.annotation.*; class More {}");
    assertThat(changed().orElseThrow())
        .startsWith(source + ":1:1: [sources-changed] it has not been compiled.");
  }

  @Test
  void refusesSourcesWithoutAnyClasses() throws IOException {
    classes = folder.resolve("nothing");
    assertThat(changed().orElseThrow())
        .startsWith(classes + ":1:1: [sources-changed] there are sources, and nothing has been");
    sources = folder.resolve("no-sources");
    assertThat(changed()).isEmpty();
  }

  @Test
  void takesAClassFromAFileOfAnotherName() throws IOException {
    compile("shop/File", "class Other { @Readiness void up() {} }");
    assertThat(changed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Store", "Shelf"})
  void refusesAClassWhoseSourceIsGone(String name) throws IOException {
    record();
    Path source = sources.resolve("shop/" + name + ".java");
    Path generated = folder.resolve("generated/tool/java/shop/" + name + ".java");
    Files.createDirectories(generated.getParent());
    Files.move(source, generated);
    assertThat(changed()).isEmpty();
    Files.delete(generated);
    assertThat(changed().orElseThrow())
        .contains("[sources-changed] there are no sources any more of these classes: shop." + name);
  }

  private AbstractThrowableAssert<?, ?> refused() {
    return assertThatThrownBy(() -> ProbeSetFiles.in(classes))
        .isInstanceOf(UnreadableDocumentException.class);
  }

  private Optional<String> changed() throws IOException {
    return SourceFolders.judge(
            classes, List.of(sources, folder.resolve("none")), folder.resolve("generated"))
        .map(PlacedFinding::toString);
  }

  /** Writes what the processor would. */
  private void record() throws IOException {
    write(classes.resolve(PATH), DOCUMENT);
    CompilationRecord record =
        new CompilationRecord(
            owners(),
            Set.of("shop.Shelf"),
            Set.of("shop.Stock"),
            Map.of(),
            Map.of(PATH, TextHash.of(DOCUMENT)));
    write(classes.resolve(CompilationRecord.PATH), record.toText());
  }

  private Map<String, String> owners() throws IOException {
    Map<String, String> owners = new TreeMap<>();
    for (ClassFile file : new ClassFolder(classes).annotated(path -> true)) {
      owners.put(file.binaryName(), AnnotationText.hash(file.annotations()));
    }
    return owners;
  }

  private void compile(String path, String code) throws IOException {
    javac(
        classes,
        Map.of(
            sources.resolve(path + ".java"),
            "package shop; import dev.sonde.annotation.*; " + code));
  }

  private void javac(Path output, Map<Path, String> files) throws IOException {
    String classPath =
        classes + System.getProperty("path.separator") + folder.resolve("annotations");
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", output.toString(), "-cp", classPath));
    for (Map.Entry<Path, String> file : files.entrySet()) {
      write(file.getKey(), file.getValue());
      arguments.add(file.getKey().toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    assertThat(result).isZero();
  }

  private void zip(Path jar, String below, List<String> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String file : files) {
        zip.putNextEntry(new ZipEntry(below + file));
        Files.copy(classes.resolve(file), zip);
        zip.closeEntry();
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
