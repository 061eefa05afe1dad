package dev.sonde.manifests.project;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.environment.EnvironmentChoice;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.files.FileNames;
import dev.sonde.manifests.files.PathPatterns;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.KubernetesOption;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a project says once for all commands and goals. What an option says takes its place.
 *
 * @param file where it is; none if there is no such file
 * @param ignore the rules of advice that are switched off, with the reason
 * @param severities the rules of advice with another severity
 * @param include which files of folders count, seen from the folder of the project file; all if
 *     there are none
 * @param exclude which files of folders do not count, likewise
 * @param kubernetes the releases of Kubernetes that the manifests are for; if there are none, those
 *     that upstream maintains
 * @param environment the environment that is meant, if one is
 * @param overrides the file that says what differs there, absolute
 * @param framework the framework that answers the probes where code declares none
 */
public record ProjectFile(
    Optional<Path> file,
    Map<String, String> ignore,
    Map<String, Severity> severities,
    List<String> include,
    List<String> exclude,
    List<String> kubernetes,
    Optional<String> environment,
    Optional<Path> overrides,
    FrameworkChoice framework) {

  /** What the file is called. */
  public static final String FILE_NAME = ".sonde.yaml";

  /** The {@code kind} of the document. */
  public static final String KIND = "Project";

  /** A project that says nothing. */
  public static final ProjectFile NONE =
      new ProjectFile(
          Optional.empty(),
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          FrameworkChoice.RECOGNISE);

  /** Copies maps and lists, so that the value stays what it was. */
  public ProjectFile {
    ignore = Map.copyOf(ignore);
    severities = Map.copyOf(severities);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    kubernetes = List.copyOf(kubernetes);
  }

  /**
   * {@return what a project file says}
   *
   * @param file the file
   * @throws IOException if it cannot be read
   * @throws UnreadableDocumentException if anything in it is wrong
   */
  public static ProjectFile read(Path file) throws IOException {
    return new ProjectFileReader(file, BoundedBytes.of(file)).read();
  }

  /**
   * {@return what the project says that paths belong to} Its file is looked for in each folder, and
   * in the folder of each file, and from there upwards; the first one counts. The search ends at a
   * folder that git calls the root of a working tree.
   *
   * @param paths what is looked at: files and folders
   * @throws IOException if the project file cannot be read
   * @throws UnreadableDocumentException if anything in it is wrong, or the paths belong to several
   *     projects
   */
  public static ProjectFile around(List<Path> paths) throws IOException {
    Set<Path> found = new TreeSet<>();
    for (Path path : paths) {
      nearest(path.toAbsolutePath().normalize()).ifPresent(found::add);
    }
    List<Path> files = List.copyOf(found);
    if (files.size() > 1) {
      FileNames names = FileNames.from(Path.of(""));
      throw UnreadableDocumentException.of(
          names.of(files.get(1)),
          InputRules.PROJECT_UNCLEAR.finding(
              FieldPath.ROOT,
              "another project file, " + names.of(files.get(0)) + ", counts as well.",
              "Look at each project in a run of its own, or name one of the files."));
    }
    return files.isEmpty() ? NONE : read(files.get(0));
  }

  private static Optional<Path> nearest(Path path) {
    Path folder = Files.isDirectory(path) ? path : path.getParent();
    while (folder != null) {
      Path file = folder.resolve(FILE_NAME);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(file);
      }
      folder = Files.exists(folder.resolve(".git")) ? null : folder.getParent();
    }
    return Optional.empty();
  }

  /**
   * {@return the advice that is wanted}
   *
   * @param off the rules that options switch off, with the reason
   * @param levels the rules to which options give a severity; they are not ignored then
   * @throws IllegalArgumentException if a rule is none of advice, or a reason is blank
   */
  public LintSettings advice(Map<String, String> off, Map<String, Severity> levels) {
    Map<String, String> allOff = new TreeMap<>(ignore);
    allOff.keySet().removeAll(levels.keySet());
    allOff.putAll(off);
    Map<String, Severity> allLevels = new TreeMap<>(severities);
    allLevels.putAll(levels);
    return LintSettings.of(allOff, allLevels);
  }

  /**
   * {@return which files of folders count}
   *
   * @param includes what options say; if they say nothing, the project decides
   * @param excludes likewise
   */
  public FileFilter files(List<String> includes, List<String> excludes) {
    return new FileFilter(patterns(includes, include), patterns(excludes, exclude));
  }

  /**
   * {@return the releases to judge for, the oldest first}
   *
   * @param options what options say; if they say nothing, the project decides
   * @throws IllegalArgumentException if one is none that is supported
   */
  public List<KubernetesVersion> releases(List<String> options) {
    return KubernetesOption.several(options.isEmpty() ? kubernetes : options);
  }

  /**
   * {@return the environment that is meant}
   *
   * @param name what an option says; if it says nothing, the project decides
   * @param file likewise, where its overrides are
   * @param folder where the overrides lie if nobody says so
   * @throws IllegalArgumentException if an option names a file, and nobody an environment
   */
  public EnvironmentChoice environment(Optional<String> name, Optional<Path> file, Path folder) {
    Optional<String> wanted = name.or(() -> environment);
    return EnvironmentChoice.of(wanted, file.or(() -> wanted.flatMap(meant -> overrides)), folder);
  }

  private PathPatterns patterns(List<String> options, List<String> own) {
    return options.isEmpty()
        ? new PathPatterns(own, file.map(path -> path.toAbsolutePath().normalize().getParent()))
        : new PathPatterns(options, Optional.empty());
  }
}
