package dev.sonde.manifests.merge;

import dev.sonde.manifests.files.NotWrittenException;
import java.io.IOException;

/**
 * One merge or check of files: everything is read once, then planned, then, perhaps, written.
 *
 * @param plan what is to be done
 * @param writer what writes it
 */
public record MergeSession(MergePlan plan, MergeWriter writer) {

  /**
   * Reads the files and plans.
   *
   * @param inputs what to work on
   * @return the session
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if the record of earlier merges is not one; the message names
   *     the place
   */
  public static MergeSession of(MergeInputs inputs) throws IOException {
    MergeWriter writer = MergeWriter.with(inputs.record());
    ManifestFiles files = new ManifestFiles(inputs.record());
    MergePlan plan =
        Merge.plan(
            files.read(inputs.manifests()), inputs.probes(), inputs.options(), writer.record());
    return new MergeSession(plan, writer);
  }

  /**
   * Writes the manifests and the record, all or none.
   *
   * @throws NotWrittenException if a file cannot be written
   * @throws IllegalArgumentException if the plan has refusals
   */
  public void write() throws NotWrittenException {
    writer.write(plan);
  }
}
