package dev.sonde.manifests.merge;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.files.UnifiedDiff;
import dev.sonde.manifests.splice.TextEdit;
import dev.sonde.manifests.tree.SourceText;
import java.util.List;

/**
 * What merging makes of one file.
 *
 * @param file the file as it was read
 * @param source its text
 * @param edits the edits, by their place
 * @param merged its text with the edits done
 */
public record FilePlan(ManifestFile file, SourceText source, List<TextEdit> edits, String merged) {

  /** Copies the edits, so that the value stays what it was. */
  public FilePlan {
    edits = List.copyOf(edits);
  }

  /** {@return the bytes to write, in the file's own character set} */
  public byte[] bytes() {
    return source.encode(merged);
  }

  /** {@return the difference as a unified diff, lines ending with {@code \n}} */
  public String diff() {
    return UnifiedDiff.of(file.name(), source, edits);
  }
}
