package dev.sonde.manifests.measured;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The SHA-256 of what was measured: of a folder the names and contents of its files, of an archive
 * those of its entries, so that packing the same again changes nothing; of anything else its bytes.
 */
public final class SubjectHash {

  private SubjectHash() {}

  /**
   * {@return 64 hexadecimal digits}
   *
   * @param subject a folder, an archive or another file
   * @throws IOException if it is not there, or cannot be read
   */
  public static String of(Path subject) throws IOException {
    try (DigestOutputStream sink =
        new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
      if (Files.isDirectory(subject)) {
        folder(subject, sink);
      } else if (!archive(subject, sink)) {
        Files.copy(subject, sink);
      }
      return HexFormat.of().formatHex(sink.getMessageDigest().digest());
    }
  }

  /**
   * {@return a path as a measurement has it, seen from the folder of its file}
   *
   * @param file where the measurement lies
   * @param subject what was measured
   */
  public static String seenFrom(Path file, Path subject) {
    Path folder =
        Optional.ofNullable(file.toAbsolutePath().normalize().getParent()).orElse(Path.of("/"));
    Path there = subject.toAbsolutePath().normalize();
    Path seen = there.getRoot().equals(folder.getRoot()) ? folder.relativize(there) : there;
    String text = seen.toString().replace('\\', '/');
    return text.isEmpty() ? "." : text;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  private static void folder(Path folder, OutputStream sink) throws IOException {
    TreeMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
    for (var file : files.entrySet()) {
      name(file.getKey(), Files.size(file.getValue()), sink);
      Files.copy(file.getValue(), sink);
    }
  }

  private static boolean archive(Path file, OutputStream sink) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .sorted((a, b) -> a.getName().compareTo(b.getName()))
              .toList();
      for (ZipEntry entry : entries) {
        name(entry.getName(), entry.getSize(), sink);
        try (InputStream in = zip.getInputStream(entry)) {
          in.transferTo(sink);
        }
      }
      return true;
    } catch (ZipException none) {
      return false;
    }
  }

  /** With the size, so that nothing can pass from one file to the next. */
  private static void name(String name, long size, OutputStream sink) throws IOException {
    sink.write((name + "\n" + size + "\n").getBytes(UTF_8));
  }
}
