package dev.sonde.manifests.merge;

import dev.sonde.manifests.environment.EffectiveProbes;
import dev.sonde.model.ProbeSet;
import java.nio.file.Path;
import java.util.List;

/**
 * What a merge or a check works on.
 *
 * @param manifests files and folders; of a folder all files that end in {@code .yaml}, {@code .yml}
 *     or {@code .json}, those of its folders too, but for hidden ones
 * @param probes what the code declares, as it is to be in an environment
 * @param options how to merge
 * @param record where the record of earlier merges lies; files are named as they lie from there
 */
public record MergeInputs(
    List<Path> manifests, EffectiveProbes probes, MergeOptions options, Path record) {

  /** Copies the list, so that the value stays what it was. */
  public MergeInputs {
    manifests = List.copyOf(manifests);
  }

  /**
   * Takes probes as the code declares them, for want of an environment.
   *
   * @param manifests see {@link #manifests()}
   * @param declared what the code declares
   * @param options see {@link #options()}
   * @param record see {@link #record()}
   */
  public MergeInputs(
      List<Path> manifests, List<ProbeSet> declared, MergeOptions options, Path record) {
    this(manifests, EffectiveProbes.declared(declared), options, record);
  }
}
