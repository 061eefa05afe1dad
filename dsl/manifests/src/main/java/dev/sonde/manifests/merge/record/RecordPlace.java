package dev.sonde.manifests.merge.record;

import java.nio.file.Path;
import java.util.Optional;

/** Where merging keeps what it wrote into a manifest. Immutable. */
public final class RecordPlace {

  private static final RecordPlace BESIDE = new RecordPlace(Optional.empty(), true);
  private static final RecordPlace NOWHERE = new RecordPlace(Optional.empty(), false);

  private final Optional<Path> file;
  private final boolean kept;

  private RecordPlace(Optional<Path> file, boolean kept) {
    this.file = file;
    this.kept = kept;
  }

  /**
   * {@return beside each manifest, in a file of its folder} So it does not matter where you start
   * merging, or whether you name a file or its folder.
   */
  public static RecordPlace besideManifests() {
    return BESIDE;
  }

  /**
   * {@return one file for all manifests}
   *
   * @param file the file, which need not exist
   */
  public static RecordPlace in(Path file) {
    return new RecordPlace(Optional.of(file), true);
  }

  /** {@return nowhere: what merging writes is the manifest's own at once} */
  public static RecordPlace nowhere() {
    return NOWHERE;
  }

  /**
   * {@return the place that somebody chose with options}
   *
   * @param file one file for all manifests, if one is named
   * @param none whether no record is kept, which outdoes a file
   */
  public static RecordPlace of(Optional<Path> file, boolean none) {
    return none ? NOWHERE : file.map(RecordPlace::in).orElse(BESIDE);
  }

  /**
   * {@return the file for a manifest, if a record is kept}
   *
   * @param manifest the manifest
   */
  public Optional<Path> of(Path manifest) {
    return kept
        ? Optional.of(
            file.orElseGet(() -> manifest.resolveSibling(MergeRecord.FILE_NAME))
                .toAbsolutePath()
                .normalize())
        : Optional.empty();
  }
}
