package dev.sonde.manifests.merge;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.environment.EffectiveProbes;
import dev.sonde.manifests.environment.EnvironmentChoice;
import dev.sonde.manifests.environment.OverrideOrigins;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The probes that merging brings into manifests, and where each of them is declared.
 *
 * @param sources the places, in the order in which they were given
 * @param origins where the fields come from that an environment decides about
 */
public record MergedProbes(List<Source> sources, OverrideOrigins origins) {

  /**
   * A place where probes are declared.
   *
   * @param path a probe-set document, a folder of classes or a jar; none for probes that only live
   *     in the program that merges
   * @param probes what is declared there; may be nothing
   */
  public record Source(Optional<Path> path, List<ProbeSet> probes) {

    /** Copies the list, so that the value stays what it was. */
    public Source {
      probes = List.copyOf(probes);
    }
  }

  /** Copies the list, so that the value stays what it was. */
  public MergedProbes {
    sources = List.copyOf(sources);
  }

  /**
   * {@return probes that only live in this program}
   *
   * @param probes the probes of one or more containers
   */
  public static MergedProbes of(List<ProbeSet> probes) {
    return new MergedProbes(List.of(new Source(Optional.empty(), probes)), OverrideOrigins.NONE);
  }

  /**
   * Reads what is declared.
   *
   * @param paths probe-set documents, folders of classes, and jars
   * @return what was found; a place without probes is kept, too
   * @throws IOException if a file is not there, or cannot be read
   * @throws UnreadableDocumentException if a document is wrong
   */
  public static MergedProbes read(List<Path> paths) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path path : paths) {
      sources.add(new Source(Optional.of(path), ProbeSetFiles.readForAnyKind(path)));
    }
    return new MergedProbes(sources, OverrideOrigins.NONE);
  }

  /**
   * {@return the same probes as they are to be in an environment}
   *
   * @param environment the environment that was chosen, or none
   * @throws IOException if the file with its overrides cannot be read
   * @throws UnreadableDocumentException if anything in the file is wrong
   * @throws IllegalArgumentException if there is no such file
   */
  public MergedProbes in(EnvironmentChoice environment) throws IOException {
    EffectiveProbes effective = environment.apply(probes());
    Iterator<ProbeSet> probes = effective.probes().iterator();
    List<Source> overridden = new ArrayList<>();
    for (Source source : sources) {
      overridden.add(
          new Source(source.path(), source.probes().stream().map(set -> probes.next()).toList()));
    }
    return new MergedProbes(overridden, effective.origins());
  }

  /** {@return all probes} */
  public List<ProbeSet> probes() {
    return sources.stream().flatMap(source -> source.probes().stream()).toList();
  }
}
