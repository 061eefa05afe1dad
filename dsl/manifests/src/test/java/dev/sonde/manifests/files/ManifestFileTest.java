package dev.sonde.manifests.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFileTest {

  @Test
  void tellsOfALinkThatLeadsNowhere(@TempDir Path folder) throws IOException {
    Files.createSymbolicLink(folder.resolve("orders.yaml"), Path.of("none.yaml"));
    assertThatThrownBy(() -> ManifestFile.readAll(List.of(folder), folder, FileFilter.ALL))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "orders.yaml: [file-unreadable] the symbolic link leads to no file. Correct it, or"
                + " leave it out.");
  }

  @Test
  void tellsOfAFileThatMayNotBeRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("orders.yaml"), "a: b");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "root reads everything");
    assertThatThrownBy(() -> ManifestFile.readAll(List.of(folder), folder, FileFilter.ALL))
        .hasMessage(
            "orders.yaml: [file-unreadable] reading it is not permitted. Ask for the right to read"
                + " it, or leave it out.");
  }

  @Test
  void tellsOfAFolderWhereAFileShouldBe(@TempDir Path folder) {
    assertThatThrownBy(() -> ManifestFile.read("sonde.lock", folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("sonde.lock: [file-unreadable] it ");
  }

  /** Some of these, such as {@code /proc/kmsg}, wait for ever for more. */
  @Test
  void refusesWhatTheSystemMakesUp(@TempDir Path folder) throws IOException {
    Path made = Path.of("/proc/self/mounts");
    assumeTrue(Files.exists(made), "there is no /proc");
    Path link = Files.createSymbolicLink(folder.resolve("a.yaml"), made);
    assertThatThrownBy(() -> ManifestFile.read("a.yaml", link))
        .hasMessageStartingWith("a.yaml: [file-unreadable] it is no regular file");
    Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
    assertThat(ManifestFile.read("empty.yaml", empty).bytes()).isEmpty();
  }

  @Test
  void tellsOfAFileThatIsNotThere(@TempDir Path folder) {
    assertThatThrownBy(() -> ManifestFile.read("orders.yaml", folder.resolve("orders.yaml")))
        .hasMessage("orders.yaml: [file-unreadable] there is no such file. Check the name.");
  }
}
