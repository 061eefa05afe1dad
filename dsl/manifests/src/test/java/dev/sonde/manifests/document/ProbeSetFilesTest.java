package dev.sonde.manifests.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeSetFilesTest {

  private static final String DOCUMENT = "META-INF/sonde/orders.yaml";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "BOOT-INF/classes/", "WEB-INF/classes/"})
  void findsTheDocumentsBesideTheClassesOfAnArchive(String classes) throws IOException {
    Path jar = archive("app.jar", classes + DOCUMENT, probeSet("orders"));
    assertThat(names(jar)).containsExactly("orders");
  }

  @Test
  void findsTheDocumentsOfArchivesInAnArchive() throws IOException {
    byte[] library = zip(DOCUMENT, probeSet("orders"));
    byte[] war = zip("WEB-INF/lib/orders.jar", library);
    assertThat(names(archive("app.jar", "BOOT-INF/lib/orders.jar", library)))
        .containsExactly("orders");
    assertThat(names(archive("app.ear", "shop.war", war))).containsExactly("orders");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"META-INF/sonde/deep/orders.yaml", "src/META-INF/sonde/orders.yaml", "a.yaml"})
  void passesOverWhatLiesElsewhere(String entry) throws IOException {
    assertThat(names(archive("app.jar", entry, probeSet("orders")))).isEmpty();
  }

  @Test
  void saysInWhichArchiveADocumentIsWrong() throws IOException {
    byte[] library =
        zip(DOCUMENT, (new String(probeSet("orders"), UTF_8) + "x: 1\n").getBytes(UTF_8));
    Path jar = archive("app.jar", "BOOT-INF/lib/orders.jar", library);
    assertThatThrownBy(() -> ProbeSetFiles.in(jar))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining(jar + "!/BOOT-INF/lib/orders.jar!/" + DOCUMENT + ":4:1");
  }

  @Test
  void refusesADocumentThatUnpacksToMoreThanTheBound() throws IOException {
    Path jar = folder.resolve("bomb.jar");
    byte[] comment = "# nothing\n".repeat(100_000).getBytes(UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry(DOCUMENT));
      for (int megabytes = 0; megabytes < 70; megabytes++) {
        zip.write(comment);
      }
    }
    assertThatIOException()
        .isThrownBy(() -> ProbeSetFiles.in(jar))
        .withMessageStartingWith(
            jar
                + "!/"
                + DOCUMENT
                + ": [file-unreadable] it cannot be read: it has more than the 64 MiB");
  }

  @Test
  void refusesDocumentsThatTogetherUnpackToMoreThanTheBound() throws IOException {
    byte[] comment = "# nothing\n".repeat(4 << 20).getBytes(UTF_8);
    Path jar = folder.resolve("many.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("a", "b")) {
        zip.putNextEntry(new ZipEntry("META-INF/sonde/" + name + ".yaml"));
        zip.write(comment);
      }
    }
    assertThatIOException()
        .isThrownBy(() -> ProbeSetFiles.in(jar))
        .withMessageContaining("b.yaml: [file-unreadable] the documents up to this one have more");
  }

  /** Two megabytes that hold gigabytes, in entries that nobody asks for. */
  @Test
  void looksThroughTwoGigabytesOfNestedArchivesAtMost() throws IOException {
    byte[] inner = zip("huge.bin", new byte[50 << 20]);
    Path jar = folder.resolve("bomb.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (int i = 0; i < 42; i++) {
        zip.putNextEntry(new ZipEntry("BOOT-INF/lib/" + i + ".jar"));
        zip.write(inner);
      }
    }
    assertThat(Files.size(jar)).isLessThan(3L << 20);
    assertThatIOException()
        .isThrownBy(() -> ProbeSetFiles.in(jar))
        .withMessageContaining(
            "[file-unreadable] it holds more than the 2 GiB when it is unpacked that are looked"
                + " through.");
  }

  @Test
  void looksAtAMillionEntriesAtMost() throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(inner)) {
      zip.setMethod(ZipOutputStream.DEFLATED);
      for (int i = 0; i < 60_000; i++) {
        zip.putNextEntry(new ZipEntry(Integer.toString(i)));
      }
    }
    Path jar = folder.resolve("entries.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (int i = 0; i < 17; i++) {
        zip.putNextEntry(new ZipEntry("lib/" + i + ".jar"));
        zip.write(inner.toByteArray());
      }
    }
    assertThatIOException()
        .isThrownBy(() -> ProbeSetFiles.in(jar))
        .withMessageContaining("it holds more than the 1000000 entries that are looked through.");
  }

  @Test
  @Timeout(20)
  void refusesPipesAmongClasses() throws Exception {
    Path record = folder.resolve("classes/META-INF/sonde/compilation");
    Files.createDirectories(record.getParent());
    assertThat(new ProcessBuilder("mkfifo", record.toString()).start().waitFor()).isZero();
    assertThatIOException()
        .isThrownBy(() -> ProbeSetFiles.in(folder.resolve("classes")))
        .withMessageContaining("no regular file");
  }

  @Test
  @Timeout(20)
  void refusesAPipeAndWhatIsNoArchive() throws Exception {
    Path pipe = folder.resolve("pipe.jar");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatIOException()
        .isThrownBy(() -> ProbeSetFiles.read(pipe))
        .withMessageContaining("no regular file");
    Path text = Files.writeString(folder.resolve("app.jar"), "text");
    assertThatIOException()
        .isThrownBy(() -> ProbeSetFiles.read(text))
        .withMessageStartingWith(text + ": it is no folder of classes, jar or war");
  }

  private static List<String> names(Path archive) throws IOException {
    return ProbeSetFiles.in(archive).stream().map(ProbeSetFiles.Named::name).toList();
  }

  private static byte[] probeSet(String container) {
    return "apiVersion: sonde.dev/v1\nkind: ProbeSet\ncontainer: %s\n"
        .formatted(container)
        .getBytes(UTF_8);
  }

  private Path archive(String name, String entry, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), zip(entry, content));
  }

  private static byte[] zip(String entry, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = bytes;
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}
