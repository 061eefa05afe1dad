package dev.sonde.manifests.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes files, and looks at them on the way. */
public final class WatchedWrite {

  private WatchedWrite() {}

  /** What sees the files as a kill would leave them. */
  public interface Watcher {
    void look() throws IOException;
  }

  /** Writes as {@link AllOrNothing#write(List, List)} does; the watcher looks before each move. */
  public static void write(List<FileChange> first, List<FileChange> changes, Watcher watcher)
      throws NotWrittenException {
    new AllOrNothing(
            (from, to) -> {
              watcher.look();
              Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            })
        .writeAll(first, changes);
  }
}
