package dev.sonde.manifests.classes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.compiled.ClassFile;
import dev.sonde.compiled.ClassFolder;
import dev.sonde.compiled.CompilationRecord;
import dev.sonde.manifests.files.ArchiveBudget;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.output.PlacedFinding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The classes of a jar or war without documents: whether that is as it should be. */
public final class AnnotatedArchive {

  private static final String APPLICATION = "(?:BOOT-INF/classes/|WEB-INF/classes/)?";
  private static final Pattern CLASS = Pattern.compile(APPLICATION + "(?!META-INF/).+\\.class");
  private static final Pattern RECORD =
      Pattern.compile(APPLICATION + Pattern.quote(CompilationRecord.PATH));

  private AnnotatedArchive() {}

  /**
   * Looks at the classes of an archive in which there is no document.
   *
   * @param archive the jar or war; what it holds in further archives is not looked at
   * @return that classes are annotated which the processor did not see
   * @throws IOException if it cannot be read
   */
  public static Optional<PlacedFinding> judge(Path archive) throws IOException {
    ArchiveBudget budget = new ArchiveBudget(archive);
    List<String> annotated = new ArrayList<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      budget.countEntries(zip.size());
      for (ZipEntry entry : zip.stream().toList()) {
        if (isRecord(entry)) {
          return Optional.empty();
        }
        if (CLASS.matcher(entry.getName()).matches()) {
          read(zip, entry, budget).ifPresent(file -> annotated.add(file.binaryName()));
        }
      }
    }
    return annotated.isEmpty()
        ? Optional.empty()
        : Optional.of(CompiledClasses.processorOff(archive, annotated.stream().sorted().toList()));
  }

  /** {@return what compilations say of themselves in an archive} */
  static List<CompilationRecord> records(Path archive) throws IOException {
    ArchiveBudget budget = new ArchiveBudget(archive);
    List<CompilationRecord> records = new ArrayList<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      budget.countEntries(zip.size());
      for (ZipEntry entry : zip.stream().filter(AnnotatedArchive::isRecord).toList()) {
        try (InputStream content = zip.getInputStream(entry)) {
          String place = archive + "!/" + entry.getName();
          String text = new String(BoundedBytes.of(place, budget.counted(content)), UTF_8);
          CompilationRecord.parse(text).ifPresent(records::add);
        }
      }
    }
    return records;
  }

  private static boolean isRecord(ZipEntry entry) {
    return RECORD.matcher(entry.getName()).matches();
  }

  private static Optional<ClassFile> read(ZipFile zip, ZipEntry entry, ArchiveBudget budget)
      throws IOException {
    String place = zip.getName() + "!/" + entry.getName();
    try (InputStream content = budget.counted(zip.getInputStream(entry))) {
      return ClassFolder.annotated(place, BoundedBytes.of(place, content));
    }
  }
}
