package dev.sonde.manifests.document;

import dev.sonde.manifests.files.ArchiveBudget;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.files.UnreadableFileException;
import dev.sonde.model.ProbeSetDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Finds the probe-set documents of a jar or war: beside its classes, which may lie below {@code
 * BOOT-INF/classes} or {@code WEB-INF/classes}, and in the archives that it holds.
 */
final class ProbeSetArchive {

  private static final Pattern DOCUMENT =
      Pattern.compile(
          "(?:BOOT-INF/classes/|WEB-INF/classes/)?"
              + Pattern.quote(ProbeSetDocument.FOLDER)
              + "/([^/]+)\\.yaml");

  private static final Pattern ARCHIVE = Pattern.compile(".+\\.[jw]ar");

  /** A war in an ear holds jars; nobody packs deeper. */
  private static final int DEEPEST = 3;

  private final ArchiveBudget budget;
  private final List<Entry> documents = new ArrayList<>();
  private int kept;

  /** A document, and what messages call it: the way to it through the archives. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(String place, String name, byte[] content) {}

  private ProbeSetArchive(ArchiveBudget budget) {
    this.budget = budget;
  }

  /**
   * {@return the probes in it, sorted by their places}
   *
   * @throws IOException if it is no archive, its documents have more than 64 MiB, or it holds more
   *     than is {@linkplain ArchiveBudget looked through}
   */
  static List<ProbeSetFiles.Named> read(Path archive) throws IOException {
    ProbeSetArchive found = new ProbeSetArchive(new ArchiveBudget(archive));
    found.addAll(archive);
    return found.documents.stream()
        .sorted(Comparator.comparing(Entry::place))
        .map(
            document ->
                new ProbeSetFiles.Named(
                    document.name(), ProbeSetReader.read(document.place(), document.content())))
        .toList();
  }

  /** The outermost archive is read by its index, so that what does not matter is not unpacked. */
  private void addAll(Path archive) throws IOException {
    BoundedBytes.refuseEndless(archive);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      budget.countEntries(zip.size());
      for (ZipEntry entry : zip.stream().toList()) {
        if (isWanted(entry.getName())) {
          try (InputStream content = zip.getInputStream(entry)) {
            add(archive + "!/" + entry.getName(), entry.getName(), content, 1);
          }
        }
      }
    } catch (ZipException e) {
      throw new IOException(
          archive + ": it is no folder of classes, jar or war: " + e.getMessage(), e);
    }
  }

  private static boolean isWanted(String entry) {
    return DOCUMENT.matcher(entry).matches() || ARCHIVE.matcher(entry).matches();
  }

  private void add(String place, String entry, InputStream content, int depth) throws IOException {
    Matcher document = DOCUMENT.matcher(entry);
    InputStream counted = budget.counted(content);
    if (document.matches()) {
      documents.add(new Entry(place, document.group(1), bounded(place, counted)));
    } else if (depth < DEEPEST) {
      addNested(place, counted, depth);
    }
  }

  private void addNested(String place, InputStream content, int depth) throws IOException {
    ZipInputStream zip = new ZipInputStream(content);
    ZipEntry entry = zip.getNextEntry();
    while (entry != null) {
      budget.countEntries(1);
      if (isWanted(entry.getName())) {
        add(place + "!/" + entry.getName(), entry.getName(), zip, depth + 1);
      }
      budget.skipRest(zip);
      entry = zip.getNextEntry();
    }
  }

  private byte[] bounded(String place, InputStream content) throws IOException {
    byte[] bytes = BoundedBytes.of(place, content);
    kept += bytes.length;
    if (kept > BoundedBytes.MOST) {
      throw UnreadableFileException.of(
          place,
          "the documents up to this one have more than the 64 MiB that are read.",
          "Name an archive with fewer of them.");
    }
    return bytes;
  }
}
