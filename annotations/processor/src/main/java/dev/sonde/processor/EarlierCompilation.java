package dev.sonde.processor;

import dev.sonde.compiled.ClassFile;
import dev.sonde.compiled.ClassFolder;
import dev.sonde.compiled.CompilationRecord;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.SeenElements;
import dev.sonde.processor.write.CompilerOutput;
import dev.sonde.rules.JavaRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.util.Elements;

/**
 * What earlier compilations left in the class output. A compiler may be given only some of the
 * classes; what it is to be generated from all of them takes the rest from there, or refuses.
 */
final class EarlierCompilation {

  /** Nothing was left, or it cannot be seen. */
  static final EarlierCompilation NONE = new EarlierCompilation(Optional.empty(), Optional.empty());

  private final Optional<ClassFolder> folder;
  private final Optional<CompilationRecord> record;

  private EarlierCompilation(Optional<ClassFolder> folder, Optional<CompilationRecord> record) {
    this.folder = folder;
    this.record = record;
  }

  /**
   * {@return what lies in a class output}
   *
   * @throws IOException if it cannot be read
   */
  static EarlierCompilation in(ClassFolder folder) throws IOException {
    Path file = folder.root().resolve(CompilationRecord.PATH);
    return new EarlierCompilation(
        Optional.of(folder),
        Files.exists(file) ? CompilationRecord.parse(Files.readString(file)) : Optional.empty());
  }

  /** {@return the hash of a class that was generated, if it still lies there} */
  Optional<String> hashOf(String generatedClass) {
    return record.isPresent()
        ? Optional.ofNullable(record.get().generated().get(generatedClass))
        : Optional.empty();
  }

  /**
   * Tells whether what is compiled now may change what was generated, though it is not annotated.
   */
  boolean isConcernedBy(SeenElements seen) {
    Set<String> known = new TreeSet<>(record.map(CompilationRecord::used).orElse(Set.of()));
    known.addAll(record.map(CompilationRecord::owners).orElse(Map.of()).keySet());
    for (String name : known) {
      boolean compiled = seen.compiled().contains(name.replaceFirst("\\$.*", ""));
      if (compiled || !folder.orElseThrow().contains(name)) {
        return true;
      }
    }
    return record.isPresent() && !record.get().open().isEmpty() && !seen.compiled().isEmpty();
  }

  /** Adds the classes that count, though they are not compiled now. */
  void addTo(SeenElements seen) throws IOException {
    if (folder.isPresent()) {
      seen.addEarlier(
          folder.get(), record.isPresent() ? record.get().generated().keySet() : Set.of());
    }
  }

  /** {@return that the compiler cannot see classes which are there} */
  Optional<SourceProblem> hidden(SeenElements seen, Elements elements) {
    List<String> hidden = new ArrayList<>();
    for (ClassFile file : seen.earlier().values()) {
      // Asked for a nested class first, Eclipse's compiler reads the source twice and complains.
      if (elements.getTypeElement(file.topLevelName()) == null) {
        hidden.add(file.canonicalName());
      }
    }
    return problem(
        JavaRule.COMPILE_EVERYTHING,
        hidden,
        seen,
        "the compiler cannot see annotated classes that were compiled earlier: ",
        "Compile everything, or put the compiler's output on its class path.");
  }

  /**
   * {@return that a class which counts, and is not compiled now, extends one that is gone} Nothing
   * else might ask for it: with the class that is gone its checks are gone, too.
   */
  Optional<SourceProblem> orphaned(SeenElements seen, Elements elements) throws IOException {
    Set<String> counting = record.map(CompilationRecord::used).orElse(Set.of());
    Set<String> orphaned = new TreeSet<>();
    for (String name : counting) {
      if (!seen.compiled().contains(name) && folder.orElseThrow().contains(name)) {
        addOrphaned(
            folder.orElseThrow().read(name.replace('.', '/') + ".class"), elements, orphaned);
      }
    }
    return incomplete(List.copyOf(orphaned), seen);
  }

  private void addOrphaned(ClassFile file, Elements elements, Set<String> orphaned)
      throws IOException {
    ClassFolder output = folder.orElseThrow();
    for (String supertype : file.supertypes()) {
      if (!output.contains(supertype)
          && elements.getTypeElement(supertype.replace('$', '.')) == null) {
        orphaned.add(file.canonicalName());
      }
    }
    for (String member : file.members()) {
      if (output.contains(member)) {
        addOrphaned(output.read(member.replace('.', '/') + ".class"), elements, orphaned);
      }
    }
  }

  /** {@return that classes count whose sources cannot be seen} */
  Optional<SourceProblem> withoutSource(SeenElements seen, CompilerOutput output)
      throws IOException {
    Set<String> counting = new TreeSet<>(seen.used());
    for (ClassFile file : seen.earlier().values()) {
      counting.add(file.topLevelName());
    }
    counting.removeAll(seen.compiled());
    List<String> missing = new ArrayList<>();
    for (String name : counting) {
      String path = name.replace('.', '/') + ".class";
      Optional<String> source = folder.orElseThrow().read(path).sourcePath();
      if (source.isEmpty() || !output.hasSource(source.get())) {
        missing.add(name);
      }
    }
    return problem(
        JavaRule.SOURCE_MISSING,
        missing,
        seen,
        "no source can be seen of classes that count because of their class files: ",
        "If a source is gone, delete its class file. Else compile everything, or give the compiler"
            + " the source path.");
  }

  /** {@return that a class which is not compiled now refers to one that does not exist any more} */
  Optional<SourceProblem> incomplete(SeenElements seen) {
    return incomplete(List.copyOf(seen.earlier().keySet()), seen);
  }

  private static Optional<SourceProblem> incomplete(List<String> names, SeenElements seen) {
    return problem(
        JavaRule.COMPILE_EVERYTHING,
        names,
        seen,
        "something does not exist that is used by classes which are not compiled now: ",
        CompilerOutput.REMEDY);
  }

  /** {@return that things are left which would not be generated any more} */
  Optional<SourceProblem> leftOver(CompilationRecord now, SeenElements seen) {
    if (record.isEmpty()) {
      return Optional.empty();
    }
    ClassFolder output = folder.orElseThrow();
    List<String> left = new ArrayList<>();
    addLeft(
        record.get().generated().keySet(),
        now.generated().keySet(),
        left,
        name -> !seen.compiled().contains(name) && output.contains(name));
    addLeft(
        record.get().documents().keySet(),
        now.documents().keySet(),
        left,
        name -> Files.exists(output.root().resolve(name)));
    return problem(
        JavaRule.COMPILE_EVERYTHING,
        left,
        seen,
        "an earlier compilation generated what is not generated any more: ",
        CompilerOutput.REMEDY);
  }

  private static void addLeft(
      Set<String> then, Set<String> now, List<String> left, Predicate<String> isThere) {
    for (String name : new TreeSet<>(then)) {
      if (!now.contains(name) && isThere.test(name)) {
        left.add(name);
      }
    }
  }

  private static Optional<SourceProblem> problem(
      JavaRule rule, List<String> names, SeenElements seen, String message, String remedy) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    SourcePlace place = seen.place().orElseThrow();
    return Optional.of(
        SourceProblem.of(rule, place, message + String.join(", ", names) + ".", remedy));
  }
}
