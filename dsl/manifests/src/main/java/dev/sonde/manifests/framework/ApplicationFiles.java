package dev.sonde.manifests.framework;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sonde.compiled.ClassFolder;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.files.FileNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What an application brings along: its configuration, and the names of its libraries.
 *
 * @param place what was looked at
 * @param documents the documents of its configuration files, by the files' names in it
 * @param libraries its libraries, as far as they are known
 */
record ApplicationFiles(
    Path place, SortedMap<String, List<ConfigurationDocument>> documents, Libraries libraries) {

  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "(config/)?(application|bootstrap|meta-config)(-[^/]+)?\\.(properties|ya?ml|json|xml|conf)"
              + "|META-INF/microprofile-config(-[^/]+)?\\.properties");

  /** Where archives, and folders that were archives, have the application's own classes. */
  private static final List<String> CLASSES = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

  /**
   * {@return what is in a folder or an archive}
   *
   * @param source classes, resources, or a jar or war with the application in it
   * @param libraries its libraries, where somebody else knows them
   * @throws IOException if it cannot be read
   * @throws dev.sonde.manifests.document.UnreadableDocumentException if a configuration file is
   *     broken
   */
  static ApplicationFiles of(Path source, Libraries libraries) throws IOException {
    SortedMap<String, List<ConfigurationDocument>> documents = new TreeMap<>();
    List<String> jars = new ArrayList<>();
    if (Files.isDirectory(source)) {
      readFolder(source, documents, jars);
    } else if (Files.exists(source)) {
      readArchive(source, documents, jars);
    }
    return new ApplicationFiles(
        source, documents, libraries.known() ? libraries : Libraries.ofFiles(jars));
  }

  private static void readFolder(
      Path folder, SortedMap<String, List<ConfigurationDocument>> documents, List<String> jars)
      throws IOException {
    Path root = folder;
    for (String classes : CLASSES) {
      root = Files.isDirectory(folder.resolve(classes)) ? folder.resolve(classes) : root;
    }
    for (String below : List.of("", "config", "META-INF")) {
      for (Path file : files(root.resolve(below))) {
        String name = (below.isEmpty() ? "" : below + "/") + file.getFileName();
        if (CONFIGURATION.matcher(name).matches()) {
          documents.put(name, documents(name, shown(file), BoundedBytes.of(file)));
        }
      }
    }
    for (String lib : List.of("BOOT-INF/lib", "WEB-INF/lib", "lib/main", "lib/boot")) {
      files(folder.resolve(lib)).forEach(jar -> jars.add(jar.getFileName().toString()));
    }
    if (Files.isDirectory(folder.resolve("lib/main"))) {
      for (Path jar : files(folder.resolve("app"))) {
        readArchive(jar, documents, jars);
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void readArchive(
      Path archive, SortedMap<String, List<ConfigurationDocument>> documents, List<String> jars)
      throws IOException {
    BoundedBytes.refuseEndless(archive);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = inClasses(entry.getName());
        if (CONFIGURATION.matcher(name).matches()) {
          String place = shown(archive) + "!/" + entry.getName();
          try (InputStream content = zip.getInputStream(entry)) {
            documents.put(name, documents(name, place, BoundedBytes.of(place, content)));
          }
        } else if (name.endsWith(".jar")) {
          jars.add(name);
        } else if (name.equals("META-INF/MANIFEST.MF")) {
          try (InputStream content = zip.getInputStream(entry)) {
            jars.addAll(beside(new Manifest(content)));
          }
        }
      }
    } catch (ZipException e) {
      throw new IOException(archive + ": it is no folder, jar or war: " + e.getMessage(), e);
    }
  }

  /** The libraries that lie beside a jar. */
  private static List<String> beside(Manifest manifest) {
    String classPath = manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    return classPath == null ? List.of() : List.of(classPath.strip().split("\\s+"));
  }

  private static String inClasses(String entry) {
    return CLASSES.stream()
        .filter(entry::startsWith)
        .findFirst()
        .map(classes -> entry.substring(classes.length()))
        .orElse(entry);
  }

  private static List<ConfigurationDocument> documents(String name, String place, byte[] bytes) {
    if (name.endsWith(".xml") || name.endsWith(".conf")) {
      return List.of(); // Only its being there is told.
    }
    return name.endsWith(".properties")
        ? PropertiesReader.read(place, bytes)
        : YamlSettings.read(place, bytes);
  }

  /** What was looked at, for people. */
  String shown() {
    return shown(place);
  }

  private static String shown(Path file) {
    return FileNames.from(Path.of("")).of(file);
  }

  /** All settings, whether they count or not. */
  Stream<Setting> settings() {
    return documents.values().stream()
        .flatMap(List::stream)
        .flatMap(document -> document.settings().stream());
  }

  /** What is asked of a class file. */
  @FunctionalInterface
  interface ClassQuestion {
    boolean isSo(String place, byte[] content) throws IOException;
  }

  /** Tells whether a class of the application mentions a framework's classes. */
  boolean mentions(String classes) throws IOException {
    return firstClass((file, content) -> isIn(content, classes)).isPresent();
  }

  /** The name of the first class of the application of which something is so. */
  Optional<String> firstClass(ClassQuestion question) throws IOException {
    if (!Files.isDirectory(place)) {
      return firstClass(place, question);
    }
    for (String path : new ClassFolder(place).paths()) {
      if (question.isSo(path, BoundedBytes.of(place.resolve(path)))) {
        return Optional.of(className(path));
      }
    }
    if (Files.isDirectory(place.resolve("lib/main"))) {
      for (Path jar : files(place.resolve("app"))) {
        Optional<String> found = firstClass(jar, question);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> firstClass(Path archive, ClassQuestion question)
      throws IOException {
    if (!Files.exists(archive)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.getName().endsWith(".class")) {
          String where = archive + "!/" + entry.getName();
          try (InputStream content = zip.getInputStream(entry)) {
            if (question.isSo(where, BoundedBytes.of(where, content))) {
              return Optional.of(className(inClasses(entry.getName())));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String className(String path) {
    return path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }

  private static boolean isIn(byte[] file, String classes) {
    return new String(file, ISO_8859_1).contains(classes);
  }

  /** The first configuration file, for people. */
  Optional<String> firstFile() {
    return documents.isEmpty() ? Optional.empty() : Optional.of(documents.firstKey());
  }
}
