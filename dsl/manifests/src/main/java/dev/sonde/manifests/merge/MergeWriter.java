package dev.sonde.manifests.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.manifests.files.AllOrNothing;
import dev.sonde.manifests.files.FileChange;
import dev.sonde.manifests.files.NotWrittenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the merge record, and writes what a plan says together with it. */
public final class MergeWriter {

  private final Path recordFile;
  private final ManifestFile recordBefore;
  private final boolean existed;

  private MergeWriter(Path recordFile, ManifestFile recordBefore, boolean existed) {
    this.recordFile = recordFile;
    this.recordBefore = recordBefore;
    this.existed = existed;
  }

  /**
   * {@return a writer that keeps its record in that file}
   *
   * @param recordFile the file, which need not exist
   * @throws IOException if it exists and cannot be read
   */
  public static MergeWriter with(Path recordFile) throws IOException {
    boolean exists = Files.exists(recordFile);
    String name = recordFile.toString();
    return new MergeWriter(
        recordFile,
        exists ? ManifestFile.read(name, recordFile) : ManifestFile.of(name, new byte[0]),
        exists);
  }

  /**
   * {@return what earlier merges wrote}
   *
   * @throws IllegalArgumentException if the file is no merge record; the message names the place
   */
  public MergeRecord record() {
    return MergeRecord.parse(recordBefore);
  }

  /**
   * Writes the files of a plan and the record, all or none. A file whose bytes stay the same is not
   * touched.
   *
   * @param plan a plan without refusals
   * @throws NotWrittenException if a file cannot be written
   * @throws IllegalArgumentException if the plan has refusals
   */
  public void write(MergePlan plan) throws NotWrittenException {
    if (!plan.refusals().isEmpty()) {
      throw new IllegalArgumentException("the plan is refused: " + plan.refusals().get(0));
    }
    List<FileChange> changes = new ArrayList<>();
    for (FilePlan file : plan.files()) {
      changes.add(FileChange.of(file.file().path(), file.file().bytes(), file.bytes()));
    }
    byte[] before = recordBefore.bytes();
    byte[] after = plan.record().toYaml().getBytes(UTF_8);
    if (!Arrays.equals(before, after)) {
      changes.add(
          existed
              ? FileChange.of(recordFile, before, after)
              : FileChange.create(recordFile, after));
    }
    AllOrNothing.write(changes);
  }
}
