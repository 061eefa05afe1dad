package dev.sonde.manifests.files;

import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes files, and is killed on the way. */
public final class HaltingWrite {

  private HaltingWrite() {}

  /**
   * Writes as {@link AllOrNothing#write(List, List)} does, and ends the process like a kill in
   * place of one of the moves.
   *
   * @param point which move, from 0
   */
  public static void write(List<FileChange> first, List<FileChange> changes, int point)
      throws NotWrittenException {
    AtomicInteger moves = new AtomicInteger();
    new AllOrNothing(
            (from, to) -> {
              if (moves.getAndIncrement() == point) {
                Runtime.getRuntime().halt(137);
              }
              Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            })
        .writeAll(first, changes);
  }
}
