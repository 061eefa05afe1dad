package dev.sonde.manifests.document;

import static java.util.stream.Collectors.joining;

import dev.sonde.manifests.classes.AnnotatedArchive;
import dev.sonde.manifests.classes.CompiledClasses;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Finds the probe-set documents of compiled code. */
public final class ProbeSetFiles {

  private static final String COMPILE =
      "Compile with Sonde's processor first, or name another place. Where a framework answers the"
          + " probes, name the application's jar, or the framework.";

  /** As {@code build/classes/java/main/META-INF/sonde} is below a project. */
  private static final int DEEPEST_CLASSES = 7;

  private ProbeSetFiles() {}

  /**
   * A document and what it holds.
   *
   * @param name the file's name without folder and {@code .yaml}, such as {@code orders}
   * @param probes the probes
   */
  public record Named(String name, ProbeSet probes) {}

  /**
   * {@return the probes of a folder of classes or of an archive, sorted by file name; none where
   * the processor left nothing}
   *
   * @param classes a folder with {@code META-INF/sonde} in it, or a jar or war, also one that holds
   *     the classes and libraries of an application
   * @throws IOException if a file cannot be read
   * @throws UnreadableDocumentException if a document is wrong, or the documents are not those of
   *     the classes
   */
  public static List<Named> in(Path classes) throws IOException {
    List<Named> found = onClassPath(classes);
    Optional<PlacedFinding> stale = Optional.empty();
    if (Files.isDirectory(classes)) {
      stale = CompiledClasses.judge(classes, !found.isEmpty());
    } else if (found.isEmpty() && Files.exists(classes)) {
      stale = AnnotatedArchive.judge(classes);
    }
    if (stale.isPresent()) {
      throw new UnreadableDocumentException(List.of(stale.get()));
    }
    return found;
  }

  /**
   * {@return what {@link #in} finds, without a look at the classes} For class paths: most of what
   * is there has nothing to do with Sonde.
   *
   * @param classes a folder of classes, or a jar
   * @throws IOException if a file cannot be read
   * @throws UnreadableDocumentException if a document is wrong
   */
  public static List<Named> onClassPath(Path classes) throws IOException {
    if (!Files.exists(classes) || Files.isDirectory(classes)) {
      return inFolder(classes.resolve(ProbeSetDocument.FOLDER));
    }
    return ProbeSetArchive.read(classes);
  }

  /**
   * {@return the probes that a path holds: those of a folder of classes or of a jar, or those of
   * the documents in a file}
   *
   * @param source a file that ends in {@code .yaml}, {@code .yml} or {@code .json}, a jar, or a
   *     folder with {@code META-INF/sonde} in it
   * @throws IOException if there is no such file, or one cannot be read
   * @throws UnreadableDocumentException if a document is wrong, or the documents are not those of
   *     the classes
   */
  public static List<ProbeSet> read(Path source) throws IOException {
    return read(source, ProbeSetReader::readAll);
  }

  /**
   * {@return the same for containers that are not known yet: a document in a file may leave open
   * what some kinds of workloads fill in}
   *
   * @param source see {@link #read}
   * @throws IOException if there is no such file, or one cannot be read
   * @throws UnreadableDocumentException if a document is wrong, or the documents are not those of
   *     the classes
   */
  public static List<ProbeSet> readForAnyKind(Path source) throws IOException {
    return read(source, ProbeSetReader::readAllForAnyKind);
  }

  private static List<ProbeSet> read(Path source, BiFunction<String, byte[], List<ProbeSet>> reader)
      throws IOException {
    boolean document = isDocument(source) && !Files.isDirectory(source);
    return document || !Files.exists(source)
        ? reader.apply(source.toString(), BoundedBytes.of(source))
        : in(source).stream().map(Named::probes).toList();
  }

  /**
   * Refuses places without probes.
   *
   * @param sources documents, folders of classes, or jars, none of which declares any probes
   * @throws IOException if one cannot be read
   * @throws UnreadableDocumentException if there is one
   */
  public static void refuseEmpty(List<Path> sources) throws IOException {
    List<PlacedFinding> findings = new ArrayList<>();
    for (Path source : sources) {
      Optional<String> library = library(source);
      Finding finding =
          InputRules.PROBES_MISSING.finding(
              FieldPath.ROOT,
              library.orElse("there are no probes in it."),
              library.isPresent() ? "Name the application instead." : elsewhere(source));
      findings.add(ManifestPlace.of(source.toString()).finding(finding));
    }
    if (!findings.isEmpty()) {
      throw new UnreadableDocumentException(findings);
    }
  }

  /** What to do: often a folder around that of the classes is named. */
  private static String elsewhere(Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      return COMPILE;
    }
    try (Stream<Path> below = Files.walk(source, DEEPEST_CLASSES)) {
      String found =
          below
              .filter(path -> path.endsWith(ProbeSetDocument.FOLDER) && Files.isDirectory(path))
              .map(path -> path.resolve("../..").normalize().toString())
              .sorted()
              .limit(3)
              .collect(joining(" or "));
      return found.isEmpty() ? COMPILE : "Name the folder of the classes: " + found + ".";
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * {@return one sentence that says why there are no probes, if the classes are a library}
   *
   * @param source a document, a folder of classes, or a jar, without any probes
   * @throws IOException if it cannot be read
   */
  public static Optional<String> library(Path source) throws IOException {
    return !isDocument(source) && CompiledClasses.areLibrary(source)
        ? Optional.of(
            "it is a library: its checks wait for an application that includes them"
                + " (@Container(include = ...)).")
        : Optional.empty();
  }

  /**
   * Tells whether a path is called like a document, and not like a folder or a jar.
   *
   * @param source the path
   */
  public static boolean isDocument(Path source) {
    return Stream.of(".yaml", ".yml", ".json").anyMatch(source.toString()::endsWith);
  }

  private static List<Named> inFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    List<Named> found = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
      found.add(new Named(name, ProbeSetReader.read(file.toString(), BoundedBytes.of(file))));
    }
    return found;
  }
}
