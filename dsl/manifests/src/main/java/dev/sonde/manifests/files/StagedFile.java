package dev.sonde.manifests.files;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file's new content, finished, in the same folder under another name. */
record StagedFile(FileChange change, Path place, Path temporary) {

  private static final String SUFFIX = ".sonde.tmp";

  private static final int BUFFER = 1 << 16;

  private static final Pattern TEMPORARY =
      Pattern.compile("\\..+\\.(\\d{1,18})\\.[^.]*" + Pattern.quote(SUFFIX));

  /**
   * The start of a process has a precision of a hundredth of a second, on some systems of a whole
   * one.
   */
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

  static StagedFile write(FileChange change, Path place) throws IOException {
    Path temporary = write(place, out -> out.write(change.after()));
    return new StagedFile(change, place, temporary);
  }

  /** Writes the content of a file under another name, and tells which. */
  static Path write(Path place, OutputContent content) throws IOException {
    Path folder =
        Optional.ofNullable(place.getParent()).orElseThrow(() -> new IOException("no folder"));
    Path temporary =
        Files.createTempFile(folder, prefix(place, ProcessHandle.current().pid()), SUFFIX);
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      FilePermissions.copy(place, temporary);
      return temporary;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  private static String prefix(Path place, long process) {
    return "." + place.getFileName() + "." + process + ".";
  }

  /** Takes away what processes that were killed left in a folder. */
  static void discardStale(Path folder) throws IOException {
    List<Path> temporaries;
    try (Stream<Path> files = Files.list(folder)) {
      temporaries = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    }
    for (Path file : temporaries) {
      Matcher name = TEMPORARY.matcher(String.valueOf(file.getFileName()));
      if (name.matches() && isStale(Long.parseLong(name.group(1)), file)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A process that began after the file was written is another one that got its number. */
  private static boolean isStale(long process, Path file) throws IOException {
    Optional<ProcessHandle> running = ProcessHandle.of(process);
    if (running.isEmpty()) {
      return true;
    }
    Instant written = Files.getLastModifiedTime(file).toInstant();
    return running
        .get()
        .info()
        .startInstant()
        .filter(start -> start.isAfter(written.plus(CLOCKS_DIFFER)))
        .isPresent();
  }

  void refuseChanged() throws NotWrittenException {
    try {
      boolean unchanged =
          change.existed()
              ? Files.exists(place) && change.wasReadFrom(Files.readAllBytes(place))
              : !Files.exists(place);
      if (!unchanged) {
        throw new NotWrittenException(
            change.path(), "the file changed since it was read.", "Run the command again.");
      }
    } catch (NotWrittenException e) {
      throw e;
    } catch (IOException e) {
      throw new NotWrittenException(
          change.path(), "it cannot be read again.", "Look at its permissions.", e);
    }
  }

  void restore() throws IOException {
    Optional<byte[]> before = change.before();
    if (before.isPresent()) {
      Files.move(write(place, out -> out.write(before.get())), place, REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(place);
    }
  }

  /** Leaves nothing behind; once the file was moved there is nothing left. */
  void discard() {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      temporary.toFile().deleteOnExit();
    }
  }
}
