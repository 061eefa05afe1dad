package dev.sonde.adopt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.manifests.files.AllOrNothing;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.files.FileChange;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.files.NotWrittenException;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.AdoptRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The code that declares the probes of manifests, and what could not be declared.
 *
 * @param classes the classes, in the order of the manifests; none if a finding is an error
 * @param findings what stands against it, and advice on what was adopted
 */
public record AdoptedCode(List<AdoptedClass> classes, List<PlacedFinding> findings) {

  /** Copies the lists, so that the value stays what it was. */
  public AdoptedCode {
    classes = List.copyOf(classes);
    findings = List.copyOf(findings);
  }

  /**
   * {@return the code for manifests}
   *
   * @param files the manifests
   * @param options what to write
   */
  public static AdoptedCode of(List<ManifestFile> files, AdoptOptions options) {
    return new AdoptionRunner(files, options).adopt();
  }

  /** {@return whether something cannot be adopted, so that nothing may be written} */
  public boolean isRefused() {
    return findings.stream().anyMatch(found -> found.finding().severity() == Severity.ERROR);
  }

  /**
   * {@return the same, refused if a file exists that would be overwritten with other text}
   *
   * @param folder the folder that holds the source files of the package without a name
   * @throws IOException if a file cannot be read
   */
  public AdoptedCode refuseOverwriting(Path folder) throws IOException {
    List<PlacedFinding> more = new ArrayList<>(findings);
    for (AdoptedClass adopted : classes) {
      Path file = folder.resolve(adopted.file());
      if (Files.exists(file)
          && !(Files.isRegularFile(file)
              && adopted.text().equals(new String(BoundedBytes.of(file), UTF_8)))) {
        more.add(
            ManifestPlace.of(file.toString())
                .finding(
                    AdoptRules.FILE_EXISTS.finding(
                        FieldPath.ROOT,
                        "the file is there already, with other text than that of the class for the "
                            + adopted.container()
                            + ".",
                        "Name another class or package, or ask for overwriting.")));
      }
    }
    return more.size() == findings.size() ? this : new AdoptedCode(List.of(), more);
  }

  /**
   * Writes the classes, all or none. A file that exists is overwritten.
   *
   * @param folder the folder that holds the source files of the package without a name
   * @return the files, in order
   * @throws NotWrittenException if a file cannot be written
   * @throws IOException if a folder cannot be made, or a file cannot be read
   */
  public List<Path> write(Path folder) throws IOException {
    List<FileChange> changes = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (AdoptedClass adopted : classes) {
      Path file = folder.resolve(adopted.file());
      files.add(file);
      changes.add(FileChange.output(file, adopted.text()));
    }
    AllOrNothing.write(changes);
    return files;
  }
}
