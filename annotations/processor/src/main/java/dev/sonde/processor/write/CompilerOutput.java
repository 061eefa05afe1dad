package dev.sonde.processor.write;

import dev.sonde.compiled.ClassFolder;
import dev.sonde.compiled.CompilationRecord;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.plan.ClassName;
import dev.sonde.rules.JavaRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The compiler's output. What cannot be written is returned as a problem. Not thread-safe.
 *
 * <p>Everything depends on everything that is annotated: build tools that compile incrementally
 * learn that, and redo all of it.
 */
public final class CompilerOutput {

  /** What helps where a part cannot be compiled. */
  public static final String REMEDY =
      "Delete the compiler's output and compile everything (with Maven: mvn clean compile).";

  private final Filer filer;
  private final String roundName;
  private final List<FileObject> rounds = new ArrayList<>();
  private @Nullable FileObject record;

  /**
   * Begins to write.
   *
   * @param filer the compiler's
   * @param roundName how to name the files that ask for another round
   */
  public CompilerOutput(Filer filer, String roundName) {
    this.filer = filer;
    this.roundName = roundName;
  }

  /**
   * {@return the folder of the class output, as earlier compilations left it; nothing if it is no
   * folder} Asks for the file of the record to learn of it: not all compilers tell of a file that
   * does not exist.
   *
   * @param origins what was seen so far; not empty
   * @throws IOException if the compiler cannot write its output
   */
  public Optional<ClassFolder> folder(List<SourcePlace> origins) throws IOException {
    record =
        filer.createResource(
            StandardLocation.CLASS_OUTPUT, "", CompilationRecord.PATH, elements(origins));
    return folderOf(record);
  }

  /** {@return the folder of the class output, if it has a record of an earlier compilation} */
  public Optional<ClassFolder> folderWithRecord() {
    try {
      FileObject earlier =
          filer.getResource(StandardLocation.CLASS_OUTPUT, "", CompilationRecord.PATH);
      return folderOf(earlier)
          .filter(folder -> Files.exists(folder.root().resolve(CompilationRecord.PATH)));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  private static Optional<ClassFolder> folderOf(FileObject file) {
    Optional<Path> path = pathOf(file);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    int depth = Path.of(CompilationRecord.PATH).getNameCount();
    Path root = path.get();
    for (int up = 0; up < depth; up++) {
      root = root.resolveSibling("");
    }
    return Optional.of(new ClassFolder(root));
  }

  private static Optional<Path> pathOf(FileObject file) {
    URI uri = file.toUri();
    return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
  }

  /**
   * Tells whether the compiler was given a source.
   *
   * @param path its path below a source root
   */
  public boolean hasSource(String path) {
    try (InputStream in =
        filer.getResource(StandardLocation.SOURCE_PATH, "", path).openInputStream()) {
      return in.read() >= 0;
    } catch (IOException | RuntimeException notThere) {
      // Compilers without a source path differ in how they say so.
      return false;
    }
  }

  /**
   * Writes the record, whose file was asked for before.
   *
   * @param text its content
   * @param place where problems are reported
   * @return what went wrong
   */
  public Optional<SourceProblem> record(CompilationRecord text, SourcePlace place) {
    try (OutputStream out = Objects.requireNonNull(record).openOutputStream()) {
      out.write(text.toText().getBytes(StandardCharsets.UTF_8));
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(unwritable(CompilationRecord.PATH, failure, place));
    }
  }

  /**
   * Makes the compiler run one more round: it does so for any new source, even one without a class.
   *
   * @param place where problems are reported
   * @return what went wrong
   */
  public Optional<SourceProblem> anotherRound(SourcePlace place) {
    String name = new ClassName(place.packageName(), roundName + (rounds.size() + 1)).toString();
    try {
      FileObject file = filer.createSourceFile(name, elements(List.of(place)));
      rounds.add(file);
      try (OutputStream out = file.openOutputStream()) {
        out.write(
            "// Sonde removes this file when the compiler is done.\n"
                .getBytes(StandardCharsets.UTF_8));
      }
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(unwritable(name, failure, place));
    }
  }

  /** Removes what made the compiler run more rounds: it has been read. */
  public void removeRounds() {
    for (FileObject file : rounds) {
      try {
        // Eclipse's file objects do not delete themselves.
        Optional<Path> path = pathOf(file);
        if (path.isPresent()) {
          Files.deleteIfExists(path.get());
        } else {
          file.delete();
        }
      } catch (IOException doesNoHarm) {
        // It holds nothing but a comment.
      }
    }
    rounds.clear();
  }

  /**
   * Writes a source file, which the compiler will compile.
   *
   * @param name the class in it
   * @param text its content
   * @param origins where it is declared; not empty
   * @param earlier the hash of its content in an earlier compilation: Eclipse's compiler does not
   *     replace a generated class that it finds on the class path
   * @return what went wrong
   */
  public Optional<SourceProblem> source(
      String name, String text, List<SourcePlace> origins, Optional<String> earlier) {
    try {
      FileObject file = filer.createSourceFile(name, elements(origins));
      try (OutputStream out = file.openOutputStream()) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return Optional.empty();
    } catch (FilerException taken) {
      if (earlier.isEmpty()) {
        return Optional.of(nameTaken(name, origins.get(0)));
      }
      return earlier.get().equals(CodeHash.of(text))
          ? Optional.empty()
          : Optional.of(notReplaced(name, origins.get(0)));
    } catch (IOException failure) {
      return Optional.of(unwritable(name, failure, origins.get(0)));
    }
  }

  /**
   * Writes a file into the class output.
   *
   * @param path its path there
   * @param text its content
   * @param origins where it is declared; not empty
   * @return what went wrong
   */
  public Optional<SourceProblem> resource(String path, String text, List<SourcePlace> origins) {
    try {
      FileObject file =
          filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, elements(origins));
      try (OutputStream out = file.openOutputStream()) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(unwritable(path, failure, origins.get(0)));
    }
  }

  /**
   * {@return the problem that a class to generate has the name of another class}
   *
   * @param name the name
   * @param place where the class to generate is declared
   */
  public static SourceProblem nameTaken(String name, SourcePlace place) {
    return SourceProblem.of(
        JavaRule.GENERATED_NAME_TAKEN,
        place,
        "a class " + name + " exists already, and one of that name is generated for " + place + ".",
        "Rename yours.");
  }

  /**
   * {@return the problem that earlier output cannot be read}
   *
   * @param failure why
   * @param place where it is reported
   */
  public static SourceProblem unreadable(Exception failure, SourcePlace place) {
    return SourceProblem.of(
        JavaRule.COMPILE_EVERYTHING,
        place,
        "the output of earlier compilations cannot be read: " + failure.getMessage() + ".",
        REMEDY);
  }

  private static SourceProblem notReplaced(String name, SourcePlace place) {
    return SourceProblem.of(
        JavaRule.COMPILE_EVERYTHING,
        place,
        name
            + " has to change, and this compiler keeps the class that was generated earlier, since"
            + " it is on the class path.",
        REMEDY);
  }

  private static SourceProblem unwritable(String what, IOException failure, SourcePlace place) {
    return SourceProblem.of(
        JavaRule.OUTPUT_UNWRITABLE,
        place,
        what + " cannot be written: " + failure + ".",
        "Check that the compiler's output folder can be written and has space left.");
  }

  private static Element[] elements(List<SourcePlace> origins) {
    Set<Element> elements = new LinkedHashSet<>();
    for (SourcePlace origin : origins) {
      elements.add(origin.element());
    }
    return elements.toArray(new Element[0]);
  }
}
