package dev.sonde.manifests.merge;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.environment.EffectiveProbes;
import dev.sonde.manifests.environment.EnvironmentChoice;
import dev.sonde.manifests.environment.OverrideOrigins;
import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkProbes;
import dev.sonde.manifests.framework.FrameworkSearch;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
   * @param application whose framework answers, and says itself where; its probes are only known
   *     for a container, and there is one set of them
   */
  public record Source(
      Optional<Path> path, List<ProbeSet> probes, Optional<FrameworkApplication> application) {

    /** Copies the list, so that the value stays what it was. */
    public Source {
      probes = List.copyOf(probes);
    }

    private Source in(Optional<String> environment) {
      return new Source(path, probes, application.map(one -> one.in(environment)));
    }

    private Source with(List<ProbeSet> others) {
      return new Source(path, others, application);
    }

    private static Source read(Path path, FrameworkSearch search) throws IOException {
      List<ProbeSet> probes = ProbeSetFiles.readForAnyKind(path);
      Optional<FrameworkApplication> application =
          probes.isEmpty() && !ProbeSetFiles.isDocument(path) ? search.in(path) : Optional.empty();
      return new Source(
          Optional.of(path),
          application.map(FrameworkApplication::declared).map(List::of).orElse(probes),
          application);
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
    return new MergedProbes(
        List.of(new Source(Optional.empty(), probes, Optional.empty())), OverrideOrigins.NONE);
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
    return read(paths, FrameworkSearch.NONE);
  }

  /**
   * Reads what is declared, and where nothing is, what a framework answers.
   *
   * @param paths probe-set documents, folders of classes or of resources, and jars
   * @param search how to look for frameworks
   * @return what was found; a place without probes is kept, too
   * @throws IOException if a file is not there, or cannot be read
   * @throws UnreadableDocumentException if a document or a configuration file is wrong
   */
  public static MergedProbes read(List<Path> paths, FrameworkSearch search) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path path : paths) {
      sources.add(Source.read(path, search));
    }
    return new MergedProbes(sources, OverrideOrigins.NONE);
  }

  /** {@return one sentence for each framework that was recognised} */
  public List<String> recognised() {
    return sources.stream()
        .flatMap(source -> source.application().stream())
        .map(FrameworkApplication::said)
        .toList();
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
    List<Source> inProfile =
        sources.stream().map(source -> source.in(environment.environment())).toList();
    if (!sources.isEmpty() && sources.stream().allMatch(s -> s.application().isPresent())) {
      environment.refuseOverrides();
      return new MergedProbes(inProfile, origins);
    }
    EffectiveProbes effective = environment.apply(ofCode());
    Iterator<ProbeSet> probes = effective.probes().iterator();
    List<Source> overridden = new ArrayList<>();
    for (Source source : inProfile) {
      overridden.add(
          source.application().isPresent()
              ? source
              : source.with(source.probes().stream().map(set -> probes.next()).toList()));
    }
    return new MergedProbes(overridden, effective.origins());
  }

  private List<ProbeSet> ofCode() {
    return sources.stream()
        .filter(source -> source.application().isEmpty())
        .flatMap(source -> source.probes().stream())
        .toList();
  }

  /** The same probes, not merged by anybody, for other containers. */
  MergedProbes forContainers(UnaryOperator<ProbeSet> other) {
    return new MergedProbes(
        sources.stream()
            .map(
                source ->
                    new Source(
                        Optional.empty(),
                        source.probes().stream().map(other).toList(),
                        source.application()))
            .toList(),
        OverrideOrigins.NONE);
  }

  /** {@return the places that declare no probes} */
  public List<Path> empty() {
    return sources.stream()
        .filter(source -> source.probes().isEmpty())
        .flatMap(source -> source.path().stream())
        .toList();
  }

  /**
   * {@return all probes, where no container of a manifest says more}
   *
   * @throws UnreadableDocumentException if the configuration of a framework does not say where it
   *     answers
   */
  public EffectiveProbes alone() {
    List<ProbeSet> all = new ArrayList<>();
    for (Source source : sources) {
      Optional<FrameworkProbes> answered = source.application().map(FrameworkApplication::probes);
      answered.ifPresent(FrameworkProbes::demandKnown);
      all.addAll(answered.map(probes -> List.of(probes.probes())).orElse(source.probes()));
    }
    return new EffectiveProbes(all, origins);
  }

  /** {@return what is doubtful about frameworks' configurations, whatever containers set} */
  public List<PlacedFinding> findings() {
    return frameworksAlone()
        .filter(FrameworkProbes::areKnown)
        .flatMap(probes -> probes.findings().stream())
        .toList();
  }

  /** The same, with what stands against knowing where they answer. */
  Stream<PlacedFinding> findingsAlone() {
    return frameworksAlone().flatMap(probes -> probes.findings().stream());
  }

  private Stream<FrameworkProbes> frameworksAlone() {
    return sources.stream()
        .flatMap(source -> source.application().stream())
        .map(FrameworkApplication::probes);
  }

  /**
   * {@return the applications alone whose frameworks answer, without what code declares and what
   * overrides change in it}
   *
   * @param environment whose configuration files count, if one is chosen
   */
  public MergedProbes ofFrameworks(Optional<String> environment) {
    return new MergedProbes(
        sources.stream()
            .filter(source -> source.application().isPresent())
            .map(source -> source.in(environment))
            .toList(),
        OverrideOrigins.NONE);
  }

  /** {@return all probes; of a framework's application only its container} */
  public List<ProbeSet> probes() {
    return sources.stream().flatMap(source -> source.probes().stream()).toList();
  }
}
