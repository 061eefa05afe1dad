package dev.sonde.manifests.measured;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.files.UnreadableFileException;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.measured.MeasuredEvidence;
import dev.sonde.measured.Measurement;
import dev.sonde.rules.EvidenceRules;
import dev.sonde.rules.FieldPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The measurements that lie beside manifests, each read once. To be used by one thread. */
public final class EvidenceFiles {

  private final Function<Path, String> names;
  private final Map<Path, EvidenceSet> read = new TreeMap<>();
  private final List<PlacedFinding> mistakes = new ArrayList<>();

  /**
   * Knows of none yet.
   *
   * @param names what files are called in findings
   */
  public EvidenceFiles(Function<Path, String> names) {
    this.names = names;
  }

  /**
   * {@return what was measured near a manifest} The nearest measurement counts: in its folder, or
   * in those around it up to the one that is looked at.
   *
   * @param folder the manifest's folder
   * @param root the folder that is looked at
   */
  public EvidenceSet near(Path folder, Path root) {
    Path last = root.toAbsolutePath().normalize();
    Optional<Path> place = Optional.of(folder.toAbsolutePath().normalize());
    while (place.isPresent()) {
      EvidenceSet found = read.computeIfAbsent(place.get(), this::read);
      if (!found.isEmpty() || place.get().equals(last)) {
        return found;
      }
      place = Optional.ofNullable(place.get().getParent()).filter(up -> up.startsWith(last));
    }
    return EvidenceSet.none();
  }

  private EvidenceSet read(Path folder) {
    Path file = folder.resolve(Measurement.FILE_NAME);
    if (!Files.exists(file)) {
      return EvidenceSet.none();
    }
    try {
      Measurement measurement = MeasurementReader.read(names.apply(file), BoundedBytes.of(file));
      return new EvidenceSet(
          names.apply(file),
          measurement.series().stream()
              .map(series -> new MeasuredEvidence(series, SubjectAge.of(file, series.subject())))
              .toList());
    } catch (UnreadableDocumentException wrong) {
      mistakes.addAll(wrong.mistakes());
    } catch (UnreadableFileException unreadable) {
      mistakes.add(ManifestPlace.of(names.apply(file)).finding(unreadable.finding()));
    }
    return EvidenceSet.none();
  }

  /** {@return what is wrong with the measurements, and which of them no manifest has to do with} */
  public List<PlacedFinding> findings() {
    List<PlacedFinding> findings = new ArrayList<>(mistakes);
    for (EvidenceSet set : read.values()) {
      for (MeasuredEvidence unused : set.unused()) {
        findings.add(
            ManifestPlace.of(set.file())
                .finding(
                    EvidenceRules.MEASURED_ELSEWHERE.finding(
                        FieldPath.of("series"),
                        "container %s was measured, and no manifest here has it."
                            .formatted(unused.series().container()),
                        "Take its series out, or correct the container's name.")));
      }
    }
    return findings;
  }
}
