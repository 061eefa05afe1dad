package dev.sonde.runtime.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tells whether files have changed without reading them. Follows symbolic links, so that it
 * changes also when a link on the way leads elsewhere. Immutable.
 */
record FileFingerprint(List<Optional<Seen>> files) {

  /** What the file system tells of a file. */
  record Seen(FileTime modified, long size, Optional<String> identity) {}

  static FileFingerprint of(List<Path> files) {
    List<Optional<Seen>> seen = new ArrayList<>();
    for (Path file : files) {
      seen.add(look(file));
    }
    return new FileFingerprint(List.copyOf(seen));
  }

  private static Optional<Seen> look(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Optional<String> identity = Optional.ofNullable(now.fileKey()).map(Object::toString);
      return Optional.of(new Seen(now.lastModifiedTime(), now.size(), identity));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}
