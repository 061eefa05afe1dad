package dev.sonde.manifests.shapes;

import dev.sonde.manifests.files.AllOrNothing;
import dev.sonde.manifests.files.FileChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder that generated files are written to. */
public final class ShapeFolder {

  private ShapeFolder() {}

  /**
   * Writes files, all or none. A file that has its text already is left as it is, with its time.
   *
   * @param folder the folder, which need not exist
   * @param files the files
   * @throws IOException if a file cannot be written; all are as they were
   */
  public static void write(Path folder, List<ShapeFile> files) throws IOException {
    List<FileChange> changes = new ArrayList<>();
    for (ShapeFile file : files) {
      changes.add(FileChange.output(folder.resolve(file.path()), file.text()));
    }
    AllOrNothing.write(changes);
  }
}
