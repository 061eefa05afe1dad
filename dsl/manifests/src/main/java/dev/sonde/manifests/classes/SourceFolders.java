package dev.sonde.manifests.classes;

import dev.sonde.compiled.ClassFile;
import dev.sonde.compiled.ClassFolder;
import dev.sonde.compiled.CompilationRecord;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.InputRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The sources of a folder of classes, and whether it was compiled from them. Not for what tools
 * other than a Java compiler make: only files that end in {@code .java} count.
 */
public final class SourceFolders {

  private static final String SUFFIX = ".java";
  private static final Set<String> WITHOUT_CLASS = Set.of("package-info.java", "module-info.java");
  private static final String MENTION = "dev.sonde.";

  private final Path folder;
  private final ClassFolder classes;
  private final List<Path> roots;
  private final Path generated;

  private SourceFolders(Path folder, List<Path> roots, Path generated) {
    this.folder = folder;
    this.classes = new ClassFolder(folder);
    this.roots = roots.stream().filter(Files::isDirectory).toList();
    this.generated = generated;
  }

  /**
   * Holds classes against their sources: a source may be newer than its class, may never have been
   * compiled, or may be gone while its class is still there and counts.
   *
   * @param folder the folder of classes; it need not exist
   * @param roots the folders of sources; they need not exist
   * @param generated the folder with whatever tools generate, in folders of their own; it need not
   *     exist
   * @return what is wrong
   * @throws IOException if a file cannot be read
   */
  public static Optional<PlacedFinding> judge(Path folder, List<Path> roots, Path generated)
      throws IOException {
    return new SourceFolders(folder, roots, generated).judge();
  }

  private Optional<PlacedFinding> judge() throws IOException {
    if (!Files.isDirectory(folder) && hasSources()) {
      return Optional.of(changed(folder, "there are sources, and nothing has been compiled."));
    }
    Map<String, ClassFile> annotated = new TreeMap<>();
    for (ClassFile file : classes.annotated(path -> true)) {
      file.sourcePath().ifPresent(path -> annotated.put(path, file));
    }
    for (Path root : roots) {
      for (Path source : sources(root)) {
        String path = root.relativize(source).toString().replace('\\', '/');
        Optional<PlacedFinding> changed =
            judge(source, path, Optional.ofNullable(annotated.get(path)));
        if (changed.isPresent()) {
          return changed;
        }
      }
    }
    return judgeGone(annotated);
  }

  private Optional<PlacedFinding> judge(Path source, String path, Optional<ClassFile> annotated)
      throws IOException {
    String name = path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
    String compiled = annotated.map(ClassFile::topLevelName).orElse(name);
    if (classes.contains(compiled)) {
      FileTime then = Files.getLastModifiedTime(classes.fileOf(compiled));
      return Files.getLastModifiedTime(source).compareTo(then) > 0
          ? Optional.of(changed(source, "it is newer than the class that was compiled from it."))
          : Optional.empty();
    }
    boolean concerned =
        !WITHOUT_CLASS.contains(source.getFileName().toString())
            && Files.readString(source).contains(MENTION);
    return concerned ? Optional.of(changed(source, "it has not been compiled.")) : Optional.empty();
  }

  private Optional<PlacedFinding> judgeGone(Map<String, ClassFile> annotated) throws IOException {
    Map<String, ClassFile> counting = new TreeMap<>(annotated);
    for (String name : used()) {
      if (classes.contains(name)) {
        ClassFile file = ClassFolder.read(classes.fileOf(name));
        file.sourcePath().ifPresent(path -> counting.put(path, file));
      }
    }
    counting.keySet().removeIf(path -> !path.endsWith(SUFFIX) || isInRoots(path));
    List<Path> others = counting.isEmpty() ? List.of() : sources(generated);
    counting.keySet().removeIf(path -> others.stream().anyMatch(file -> file.endsWith(path)));
    if (counting.isEmpty()) {
      return Optional.empty();
    }
    List<String> gone = counting.values().stream().map(ClassFile::binaryName).toList();
    return Optional.of(
        CompiledClasses.finding(
            InputRules.SOURCES_CHANGED,
            folder,
            "there are no sources any more of these classes: " + String.join(", ", gone) + ".",
            "Delete the compiler's output and compile everything (mvn clean compile)."));
  }

  private boolean isInRoots(String path) {
    return roots.stream().anyMatch(root -> Files.exists(root.resolve(path)));
  }

  /** Of any language: what they are compiled to is not there. */
  private boolean hasSources() throws IOException {
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        if (files.anyMatch(Files::isRegularFile)) {
          return true;
        }
      }
    }
    return false;
  }

  private Set<String> used() throws IOException {
    Path record = folder.resolve(CompilationRecord.PATH);
    return Files.exists(record)
        ? CompilationRecord.parse(Files.readString(record))
            .map(CompilationRecord::used)
            .orElse(Set.of())
        : new TreeSet<>();
  }

  private static PlacedFinding changed(Path source, String what) {
    return CompiledClasses.finding(
        InputRules.SOURCES_CHANGED,
        source,
        what,
        "Compile first: mvn process-classes, and this goal in the same call.");
  }

  private static List<Path> sources(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
