package dev.sonde.manifests.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllOrNothingTest {

  @TempDir private Path folder;
  private Path one;
  private Path two;

  @BeforeEach
  void writeTwoFiles() throws IOException {
    one = Files.writeString(folder.resolve("one.yaml"), "one");
    two = Files.writeString(folder.resolve("two.yaml"), "two");
  }

  @Test
  void writesAllFiles() throws IOException {
    Path three = folder.resolve("three.yaml");
    AllOrNothing.write(
        List.of(
            change(one, "one", "1"),
            change(two, "two", "2"),
            FileChange.create(three, "3".getBytes(UTF_8))));
    assertThat(one).hasContent("1");
    assertThat(two).hasContent("2");
    assertThat(three).hasContent("3");
    assertNothingIsLeftBehind(3);
  }

  @Test
  void namesAFileOnOneLineWhateverItsNameHolds() {
    assertThat(new NotWrittenException(Path.of("e\u001b\n::x"), "no.", "Look."))
        .hasMessage("e\\u001b\\n::x: [file-not-written] no. No file was changed. Look.");
  }

  @Test
  void keepsPermissions() throws IOException {
    assumeTrue(isPosix(), "the file system knows no permissions");
    Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rwxr-x---"));
    AllOrNothing.write(List.of(change(one, "one", "1")));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void writesTheFileThatALinkLeadsTo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("one.yaml"));
    AllOrNothing.write(List.of(change(link, "one", "1")));
    assertThat(link).isSymbolicLink();
    assertThat(one).hasContent("1");
  }

  @Test
  void refusesAFileWithSeveralHardLinks() throws IOException {
    Path hard = Files.createLink(folder.resolve("hard.yaml"), one);
    assertRefused("2 names (hard links)", change(two, "two", "2"), change(one, "one", "1"));
    assertThat(hard).hasContent("one");
  }

  @Test
  void leavesSomebodyElsesFileToThem() throws IOException {
    assumeTrue(isPosix() && Files.getAttribute(folder, "unix:uid").equals(0), "only root may");
    Files.setAttribute(one, "unix:uid", 1000);
    Files.setAttribute(one, "unix:gid", 1001);
    AllOrNothing.write(List.of(change(one, "one", "1")));
    assertThat(one).hasContent("1");
    assertThat(Files.getAttribute(one, "unix:uid")).isEqualTo(1000);
    assertThat(Files.getAttribute(one, "unix:gid")).isEqualTo(1001);
  }

  @Test
  void takesAwayWhatAKilledProcessLeft() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(folder.resolve(".one.yaml." + dead.pid() + ".17.sonde.tmp"), "half");
    Files.writeString(folder.resolve(".gone.yaml." + dead.pid() + ".18.sonde.tmp"), "half");
    long own = ProcessHandle.current().pid();
    Path numbered =
        Files.writeString(folder.resolve(".one.yaml." + own + ".18.sonde.tmp"), "long ago");
    Files.setLastModifiedTime(numbered, FileTime.fromMillis(0));
    Path alive = Files.writeString(folder.resolve(".one.yaml." + own + ".17.sonde.tmp"), "half");
    Path others = Files.writeString(folder.resolve("mine.sonde.tmp"), "somebody's own");
    AllOrNothing.write(List.of(change(one, "one", "1")));
    assertThat(alive).exists();
    assertThat(others).exists();
    Files.delete(alive);
    Files.delete(others);
    assertNothingIsLeftBehind(2);
  }

  @Test
  void refusesOneFileUnderTwoNames() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("one.yaml"));
    assertRefused("lead to this file", change(one, "one", "1"), change(link, "one", "1"));
  }

  @Test
  void refusesAReadOnlyFile() throws IOException {
    assumeTrue(isPosix(), "the file system knows no permissions");
    Files.setPosixFilePermissions(two, PosixFilePermissions.fromString("r--r--r--"));
    assertRefused("read-only", change(one, "one", "1"), change(two, "two", "2"));
  }

  @Test
  void refusesAFileThatChangedSinceItWasRead() {
    assertRefused("changed since", change(one, "one", "1"), change(two, "older", "2"));
  }

  @Test
  void refusesANewFileThatIsThereByNow() {
    assertRefused(
        "changed since", change(one, "one", "1"), FileChange.create(two, "2".getBytes(UTF_8)));
  }

  @Test
  void refusesAFileThatIsGoneByNow() throws IOException {
    Files.delete(two);
    assertThatExceptionOfType(NotWrittenException.class)
        .isThrownBy(
            () -> AllOrNothing.write(List.of(change(one, "one", "1"), change(two, "two", "2"))))
        .withMessageContaining("changed since");
    assertThat(one).hasContent("one");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path lost = folder.resolve("lost/three.yaml");
    assertRefused(
        "cannot be written", change(one, "one", "1"), FileChange.create(lost, "3".getBytes(UTF_8)));
  }

  @Test
  void makesTheFolderOfAnOutput() throws IOException {
    Path three = folder.resolve("new/three.yaml");
    AllOrNothing.write(List.of(FileChange.output(one, "1"), FileChange.output(three, "3")));
    assertThat(one).hasContent("1");
    assertThat(three).hasContent("3");
  }

  @Test
  void writesAnOutputThatIsHandedOverBitByBit() throws IOException {
    Path output = folder.resolve("a/b/trace.txt");
    AllOrNothing.write(
        output,
        out -> {
          for (int i = 0; i < 100_000; i++) {
            out.write("a line\n".getBytes(UTF_8));
          }
        });
    assertThat(output).content().isEqualTo("a line\n".repeat(100_000));

    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("one.yaml"));
    AllOrNothing.write(link, out -> out.write('1'));
    assertThat(link).isSymbolicLink();
    assertThat(one).hasContent("1");

    Files.setLastModifiedTime(one, FileTime.fromMillis(0));
    AllOrNothing.write(one, out -> out.write('1'));
    assertThat(Files.getLastModifiedTime(one)).isEqualTo(FileTime.fromMillis(0));
  }

  @Test
  void anOutputThatBreaksOffLeavesWhatWasThere() throws IOException {
    assertThatExceptionOfType(NotWrittenException.class)
        .isThrownBy(
            () ->
                AllOrNothing.write(
                    one,
                    out -> {
                      out.write(new byte[1_000_000]);
                      throw new IOException("No space left on device");
                    }))
        .withMessageContaining("one.yaml: [file-not-written] it cannot be written:")
        .withMessageContaining("No space left on device");
    assertThat(one).hasContent("one");
    assertNothingIsLeftBehind(2);
    assertThatExceptionOfType(NotWrittenException.class)
        .isThrownBy(() -> AllOrNothing.write(folder, out -> out.write('1')))
        .withMessageContaining("it is no regular file. No file was changed. Name another one.");
  }

  @Test
  void leavesAFileAloneThatHoldsWhatItShallHold() throws IOException {
    Object inode = Files.getAttribute(one, "basic:fileKey");
    AllOrNothing.write(List.of(FileChange.output(one, "one"), FileChange.output(two, "2")));
    assertThat(Files.getAttribute(one, "basic:fileKey")).isEqualTo(inode);
    assertThat(two).hasContent("2");
  }

  @Test
  void givesBackWhatWasWrittenWhenALaterFileFails() throws IOException {
    AllOrNothing.Mover failing =
        (from, to) -> {
          if (to.endsWith("two.yaml")) {
            throw new IOException("no space left on device");
          }
          Files.move(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        };
    Path created = folder.resolve("created.yaml");
    assertThatExceptionOfType(NotWrittenException.class)
        .isThrownBy(
            () ->
                new AllOrNothing(failing)
                    .writeAll(
                        List.of(),
                        List.of(
                            change(one, "one", "1"),
                            FileChange.create(created, "c".getBytes(UTF_8)),
                            change(two, "two", "2"))))
        .withMessageContaining("no space left")
        .satisfies(e -> assertThat(e.file()).isEqualTo(two));
    assertThat(one).hasContent("one");
    assertThat(two).hasContent("two");
    assertThat(created).doesNotExist();
    assertNothingIsLeftBehind(2);
  }

  private void assertRefused(String why, FileChange... changes) {
    assertThatExceptionOfType(NotWrittenException.class)
        .isThrownBy(() -> AllOrNothing.write(List.of(changes)))
        .withMessageContaining(why)
        .withMessageContaining("No file was changed.");
    assertThat(one).hasContent("one");
    assertThat(two).hasContent("two");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void assertNothingIsLeftBehind(int files) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).hasSize(files);
    }
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileChange change(Path path, String before, String after) {
    return FileChange.of(path, before.getBytes(UTF_8), after.getBytes(UTF_8));
  }
}
