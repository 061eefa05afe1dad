package dev.sonde.manifests.merge;

import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.record.RecordPlace;
import java.nio.file.Path;
import java.util.List;

/**
 * What a merge or a check works on.
 *
 * @param root the folder from which messages name files
 * @param manifests files and folders; of a folder all files that end in {@code .yaml}, {@code .yml}
 *     or {@code .json}, those of its folders too, but for hidden ones
 * @param filter which files of the folders count
 * @param declared what the code declares
 * @param options how to merge
 * @param record where the record of earlier merges lies
 * @param texts further manifests that are no files, such as the standard input
 */
public record MergeInputs(
    Path root,
    List<Path> manifests,
    FileFilter filter,
    MergedProbes declared,
    MergeOptions options,
    RecordPlace record,
    List<ManifestFile> texts) {

  /** Copies the lists, so that the value stays what it was. */
  public MergeInputs {
    manifests = List.copyOf(manifests);
    texts = List.copyOf(texts);
  }

  /**
   * Files and folders only.
   *
   * @param root see {@link #root()}
   * @param manifests see {@link #manifests()}
   * @param filter see {@link #filter()}
   * @param declared see {@link #declared()}
   * @param options see {@link #options()}
   * @param record see {@link #record()}
   */
  public MergeInputs(
      Path root,
      List<Path> manifests,
      FileFilter filter,
      MergedProbes declared,
      MergeOptions options,
      RecordPlace record) {
    this(root, manifests, filter, declared, options, record, List.of());
  }
}
