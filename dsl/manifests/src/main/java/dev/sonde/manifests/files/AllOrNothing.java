package dev.sonde.manifests.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes several files. Each is written beside its place first, so that a full disk is noticed
 * before anything changed, and then moved into place at once. If a move fails, the files that were
 * moved already get their old content back.
 *
 * <p>A symbolic link stays one: the file that it leads to is written. A file keeps its permissions;
 * one without permission to write is refused, although moving another one over it would work. A
 * file that changed since it was read is refused, too. One that holds already what it should hold
 * is not touched, and keeps its time.
 */
public final class AllOrNothing {

  /** How a finished file comes to its place. */
  interface Mover {
    void move(Path from, Path to) throws IOException;
  }

  private final Mover mover;
  private final List<StagedFile> staged = new ArrayList<>();
  private final Set<Path> tidied = new HashSet<>();

  AllOrNothing(Mover mover) {
    this.mover = mover;
  }

  /**
   * Writes all files, or none.
   *
   * @param changes the files
   * @throws NotWrittenException if one of them cannot be written; all are as they were
   */
  public static void write(List<FileChange> changes) throws NotWrittenException {
    write(List.of(), changes);
  }

  /**
   * Writes all files, or none; some of them twice, so that a process that is killed in between
   * leaves behind what the next one needs to go on.
   *
   * @param first what is written before anything else
   * @param changes the files; those of {@code first} may be among them
   * @throws NotWrittenException if one of them cannot be written; all are as they were
   */
  public static void write(List<FileChange> first, List<FileChange> changes)
      throws NotWrittenException {
    new AllOrNothing(AllOrNothing::move).writeAll(first, changes);
  }

  /**
   * Writes an output: it takes the place of whatever is there now, once it is complete.
   *
   * @param path where it should lie; its folder is made if it is not there
   * @param content what it should hold
   * @throws IOException if it cannot be written, or made; what was there is as it was
   */
  public static void write(Path path, OutputContent content) throws IOException {
    Path place = place(FileChange.outputPlace(path));
    refuseReadOnly(path, place);
    refuseHardLinks(path, place);
    discardStale(Set.of(place.resolveSibling("")));
    try {
      Path temporary = StagedFile.write(place, content);
      try {
        if (!Files.exists(place) || Files.mismatch(temporary, place) >= 0) {
          move(temporary, place);
        }
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /**
   * Takes away the temporary files that processes which were killed left in folders.
   *
   * @param folders the folders
   * @throws NotWrittenException if one cannot be taken away
   */
  public static void discardStale(Set<Path> folders) throws NotWrittenException {
    for (Path folder : folders) {
      try {
        StagedFile.discardStale(folder);
      } catch (IOException e) {
        throw failed(folder, e);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  void writeAll(List<FileChange> first, List<FileChange> changes) throws NotWrittenException {
    try {
      stageAll(first);
      stageAll(changes);
      for (StagedFile file : staged) {
        file.refuseChanged();
      }
      moveAll();
    } finally {
      staged.forEach(StagedFile::discard);
    }
  }

  private void stageAll(List<FileChange> changes) throws NotWrittenException {
    Set<Path> places = new HashSet<>();
    for (FileChange change : changes) {
      if (change.changesSomething()) {
        stage(change, places);
      }
    }
  }

  private void stage(FileChange change, Set<Path> places) throws NotWrittenException {
    try {
      Path place = place(change.path());
      if (!places.add(place)) {
        throw new NotWrittenException(
            change.path(), "two of the names lead to this file.", "Name it once.");
      }
      refuseReadOnly(change.path(), place);
      refuseHardLinks(change.path(), place);
      Path folder = place.resolveSibling("");
      if (tidied.add(folder)) {
        StagedFile.discardStale(folder);
      }
      staged.add(StagedFile.write(change, place));
    } catch (NotWrittenException e) {
      throw e;
    } catch (IOException e) {
      throw failed(change.path(), e);
    }
  }

  private static Path place(Path path) throws IOException {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? path.toRealPath()
        : path.toAbsolutePath();
  }

  private static void refuseReadOnly(Path path, Path place) throws IOException {
    if (Files.exists(place) && (!Files.isWritable(place) || FilePermissions.denyWriting(place))) {
      throw new NotWrittenException(path, "the file is read-only.", "Allow writing to it.");
    }
  }

  private static void refuseHardLinks(Path path, Path place) throws IOException {
    int links = FilePermissions.links(place);
    if (links > 1) {
      throw new NotWrittenException(
          path,
          "the file has " + links + " names (hard links), and only this one would change.",
          "Make a copy of it, or a symbolic link.");
    }
  }

  private void moveAll() throws NotWrittenException {
    for (int i = 0; i < staged.size(); i++) {
      try {
        mover.move(staged.get(i).temporary(), staged.get(i).place());
      } catch (IOException e) {
        undo(i, e);
        throw failed(staged.get(i).change().path(), e);
      }
    }
  }

  /** Gives the files that are in place already their old content back. */
  private void undo(int count, IOException why) {
    for (StagedFile file : staged.subList(0, count)) {
      try {
        file.restore();
      } catch (IOException e) {
        why.addSuppressed(e);
      }
    }
  }

  private static NotWrittenException failed(Path path, IOException e) {
    return new NotWrittenException(
        path,
        "it cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage() + ".",
        "Look at the folder's permissions and at the space on the disk.",
        e);
  }
}
