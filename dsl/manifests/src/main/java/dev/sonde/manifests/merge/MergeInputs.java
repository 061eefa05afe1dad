package dev.sonde.manifests.merge;

import dev.sonde.model.ProbeSet;
import java.nio.file.Path;
import java.util.List;

/**
 * What a merge or a check works on.
 *
 * @param manifests files and folders; of a folder all files that end in {@code .yaml}, {@code .yml}
 *     or {@code .json}, those of its folders too, but for hidden ones
 * @param probes what the code declares
 * @param options how to merge
 * @param record where the record of earlier merges lies; files are named as they lie from there
 */
public record MergeInputs(
    List<Path> manifests, List<ProbeSet> probes, MergeOptions options, Path record) {

  /** Copies the lists, so that the value stays what it was. */
  public MergeInputs {
    manifests = List.copyOf(manifests);
    probes = List.copyOf(probes);
  }
}
