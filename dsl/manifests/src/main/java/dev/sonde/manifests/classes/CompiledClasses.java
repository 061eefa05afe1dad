package dev.sonde.manifests.classes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.compiled.AnnotationText;
import dev.sonde.compiled.ClassFile;
import dev.sonde.compiled.ClassFolder;
import dev.sonde.compiled.CompilationRecord;
import dev.sonde.compiled.TextHash;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The class files of a folder, and whether the documents beside them were written from them. A
 * compiler does not call the processor where its annotations are not, or where it was not told to.
 */
public final class CompiledClasses {

  private static final String COMPILE_EVERYTHING =
      "Delete the compiler's output and compile everything with Sonde's processor (with Maven: mvn"
          + " clean compile).";

  private static final String NAME_THE_APPLICATION =
      " If several modules were unpacked into this folder, name the application's own classes, or"
          + " its jar.";

  private static final String SWITCH_ON =
      "Switch Sonde's processor on: with Maven, name dev.sonde:sonde-processor in the"
          + " annotationProcessorPaths of the maven-compiler-plugin, in this module where it"
          + " replaces those of its parent, and take out -proc:none. From JDK 23 on, a processor"
          + " that is only a dependency does not run.";

  private final Path folder;
  private final ClassFolder classes;
  private final List<String> wrong = new ArrayList<>();
  private boolean hasOthers;

  private CompiledClasses(Path folder) {
    this.folder = folder;
    this.classes = new ClassFolder(folder);
  }

  /**
   * Holds the classes of a folder against the documents in it.
   *
   * @param folder the folder of classes; it need not exist
   * @param documented whether it has any document
   * @return what is wrong
   * @throws IOException if a file cannot be read
   */
  public static Optional<PlacedFinding> judge(Path folder, boolean documented) throws IOException {
    return new CompiledClasses(folder).judge(documented);
  }

  /**
   * Tells whether classes only own checks, which wait for an application that includes them.
   *
   * @param classes a folder of classes, or a jar
   * @throws IOException if it cannot be read
   */
  public static boolean areLibrary(Path classes) throws IOException {
    List<CompilationRecord> records = List.of();
    Path file = classes.resolve(CompilationRecord.PATH);
    if (Files.isRegularFile(classes)) {
      records = AnnotatedArchive.records(classes);
    } else if (Files.exists(file)) {
      records = CompilationRecord.parse(Files.readString(file)).stream().toList();
    }
    return records.stream()
        .anyMatch(record -> !record.owners().isEmpty() && record.documents().isEmpty());
  }

  /**
   * {@return that there are annotated classes without what the processor writes}
   *
   * @param place where they are
   * @param names the full names of the classes
   */
  static PlacedFinding processorOff(Path place, List<String> names) {
    return finding(
        InputRules.PROCESSOR_OFF,
        place,
        "Sonde's annotations are here, but not what its processor writes, for: " + few(names) + ".",
        SWITCH_ON);
  }

  static PlacedFinding finding(Rule rule, Path place, String message, String remedy) {
    return ManifestPlace.of(place.toString())
        .finding(rule.finding(FieldPath.ROOT, message, remedy));
  }

  private Optional<PlacedFinding> judge(boolean documented) throws IOException {
    Map<String, ClassFile> annotated = new TreeMap<>();
    for (ClassFile file : classes.annotated(path -> true)) {
      annotated.put(file.binaryName(), file);
    }
    Path file = folder.resolve(CompilationRecord.PATH);
    if (!Files.exists(file)) {
      return documented || annotated.isEmpty()
          ? Optional.empty()
          : Optional.of(processorOff(folder, List.copyOf(annotated.keySet())));
    }
    Optional<CompilationRecord> record =
        CompilationRecord.parse(new String(BoundedBytes.of(file), UTF_8));
    if (record.isEmpty()) {
      String message = "it is not a record that this version of Sonde reads.";
      return Optional.of(finding(InputRules.CLASSES_STALE, file, message, COMPILE_EVERYTHING));
    }
    judge(annotated, record.get());
    return wrong.isEmpty() ? Optional.empty() : Optional.of(stale());
  }

  private PlacedFinding stale() {
    return finding(
        InputRules.CLASSES_STALE,
        folder,
        "what Sonde's processor wrote is not what the classes say. "
            + String.join(". ", wrong)
            + ".",
        COMPILE_EVERYTHING + (hasOthers ? NAME_THE_APPLICATION : ""));
  }

  private void judge(Map<String, ClassFile> annotated, CompilationRecord record)
      throws IOException {
    judgeOwners(annotated, record);
    List<String> missing = new ArrayList<>();
    for (String name : new TreeSet<>(record.used())) {
      if (!classes.contains(name)) {
        missing.add(name);
      }
    }
    add("These classes are gone", missing);
    if (!record.open().isEmpty()) {
      add("The processor did not see these classes", implementations(record));
    }
    judgeDocuments(record);
  }

  private void judgeOwners(Map<String, ClassFile> annotated, CompilationRecord record) {
    List<String> unseen = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (ClassFile file : annotated.values()) {
      String hash = record.owners().get(file.binaryName());
      if (hash == null) {
        unseen.add(file.binaryName());
      } else if (!hash.equals(AnnotationText.hash(file.annotations()))) {
        changed.add(file.binaryName());
      }
    }
    Set<String> gone = new TreeSet<>(record.owners().keySet());
    gone.removeAll(annotated.keySet());
    hasOthers = !unseen.isEmpty();
    add("The processor did not see the annotations of", unseen);
    add("The annotations changed since then of", changed);
    add("The annotations are gone of", List.copyOf(gone));
  }

  private void judgeDocuments(CompilationRecord record) throws IOException {
    List<String> missing = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, String> document : new TreeMap<>(record.documents()).entrySet()) {
      Path file = folder.resolve(document.getKey());
      if (!Files.isRegularFile(file)) {
        missing.add(document.getKey());
      } else if (!TextHash.of(new String(BoundedBytes.of(file), UTF_8))
          .equals(document.getValue())) {
        changed.add(document.getKey());
      }
    }
    add("These documents are gone", missing);
    add("These documents were changed by somebody else", changed);
  }

  /** {@return the classes that implement an abstract owner, and were not known to do so} */
  private List<String> implementations(CompilationRecord record) throws IOException {
    Map<String, ClassFile> all = new TreeMap<>();
    for (String path : classes.paths()) {
      ClassFile file = classes.read(path);
      all.put(file.binaryName(), file);
    }
    List<String> unknown = new ArrayList<>();
    for (ClassFile file : all.values()) {
      boolean known =
          record.used().contains(file.topLevelName())
              || record.owners().containsKey(file.topLevelName());
      if (!known && !file.isAbstract() && !file.isLocal() && reaches(file, record.open(), all)) {
        unknown.add(file.binaryName());
      }
    }
    return unknown;
  }

  private static boolean reaches(ClassFile file, Set<String> open, Map<String, ClassFile> all) {
    for (String supertype : file.supertypes()) {
      Optional<ClassFile> next = Optional.ofNullable(all.get(supertype));
      if (open.contains(supertype) || (next.isPresent() && reaches(next.get(), open, all))) {
        return true;
      }
    }
    return false;
  }

  private void add(String what, List<String> names) {
    if (!names.isEmpty()) {
      wrong.add(what + ": " + few(names));
    }
  }

  private static String few(List<String> names) {
    int most = 5;
    return String.join(", ", names.subList(0, Math.min(most, names.size())))
        + (names.size() > most ? " and " + (names.size() - most) + " more" : "");
  }
}
