package dev.sonde.processor;

import dev.sonde.compiled.CompilationRecord;
import dev.sonde.compiled.TextHash;
import dev.sonde.model.ContainerRef;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.plan.BridgeClass;
import dev.sonde.processor.plan.ContainerOutput;
import dev.sonde.processor.plan.EndpointsClass;
import dev.sonde.processor.plan.GenerationPlan;
import dev.sonde.processor.read.OwnerHashes;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.processor.read.ProbeDeclarations;
import dev.sonde.processor.read.SeenElements;
import dev.sonde.processor.render.BridgeRenderer;
import dev.sonde.processor.render.DocumentRenderer;
import dev.sonde.processor.render.EndpointsRenderer;
import dev.sonde.processor.render.JavaFileText;
import dev.sonde.processor.render.MicroProfileRenderer;
import dev.sonde.processor.write.CodeHash;
import dev.sonde.processor.write.CompilerOutput;
import dev.sonde.rules.JavaRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is generated from all that was known at some time. */
final class GenerationRound {

  private record Artifact(String text, List<SourcePlace> origins) {}

  private final GenerationPlan plan;
  private final boolean complete;
  private final Set<String> annotated;
  private final List<SourceProblem> problems = new ArrayList<>();
  private final Map<String, Artifact> sources = new TreeMap<>();
  private final Map<String, Artifact> documents = new TreeMap<>();

  /**
   * Renders the classes and documents.
   *
   * @param complete whether everything that was known could be read
   * @param annotated the classes that were known
   */
  GenerationRound(
      GenerationPlan plan,
      boolean complete,
      ProcessorOptions options,
      Collection<String> annotated) {
    this.plan = plan;
    this.complete = complete;
    this.annotated = new TreeSet<>(annotated);
    List<ContainerRef> containers = new ArrayList<>();
    for (ContainerOutput container : plan.containers()) {
      containers.add(container.probes().container());
    }
    for (ContainerOutput container : plan.containers()) {
      if (container.endpoints().isPresent()) {
        EndpointsClass endpoints = container.endpoints().get();
        if (EndpointsRenderer.lacksNames(endpoints, options.inject())) {
          problems.add(withoutNames(container.places().get(0)));
        } else {
          add(EndpointsRenderer.render(endpoints, options.inject()), container.places());
          MicroProfileRenderer.render(endpoints, options.inject())
              .ifPresent(checks -> add(checks, container.places()));
        }
      }
      if (!container.probes().probes().isEmpty()) {
        documents.put(
            DocumentRenderer.pathOf(container.probes(), containers),
            new Artifact(
                DocumentRenderer.render(
                    container.probes(), container.sources(), options.withDefaults()),
                container.places()));
      }
    }
    for (BridgeClass bridge : plan.bridges()) {
      add(BridgeRenderer.render(bridge, options.inject()), placesOf(bridge));
    }
  }

  private static SourceProblem withoutNames(SourcePlace place) {
    return SourceProblem.of(
        JavaRule.BEAN_NAMES,
        place,
        "several = ... needs the names of beans, and this version of CDI does not tell them: they"
            + " come with CDI 4 (Jakarta EE 10).",
        "Use CDI 4, or build the generated class in a producer of yours and compile with"
            + " -Asonde.inject=none.");
  }

  private void add(JavaFileText file, List<SourcePlace> origins) {
    sources.put(file.name().toString(), new Artifact(file.text(), origins));
  }

  boolean isComplete() {
    return complete;
  }

  /** Tells whether it is generated from these classes and no others. */
  boolean isOf(Set<String> others) {
    return annotated.equals(others);
  }

  /** {@return what went wrong} */
  List<SourceProblem> writeClasses(
      CompilerOutput output, SeenElements seen, EarlierCompilation earlier) {
    List<SourceProblem> found = new ArrayList<>(problems);
    for (Map.Entry<String, Artifact> entry : sources.entrySet()) {
      String name = entry.getKey();
      Artifact source = entry.getValue();
      if (seen.compiled().contains(name)) {
        found.add(CompilerOutput.nameTaken(name, source.origins().get(0)));
      } else {
        Optional<String> hash = earlier.hashOf(name);
        add(output.source(name, source.text(), source.origins(), hash), found);
      }
    }
    return found;
  }

  /** {@return what went wrong} */
  List<SourceProblem> writeDocuments(CompilerOutput output) {
    List<SourceProblem> problems = new ArrayList<>();
    for (Map.Entry<String, Artifact> entry : documents.entrySet()) {
      Artifact document = entry.getValue();
      add(output.resource(entry.getKey(), document.text(), document.origins()), problems);
    }
    return problems;
  }

  /**
   * {@return what is to be known of this compilation}
   *
   * @param owners the annotated classes
   * @param used the other classes that made a difference
   */
  CompilationRecord record(OwnerHashes owners, Set<String> used) {
    Set<String> others = new TreeSet<>(used);
    others.removeAll(owners.hashes().keySet());
    return new CompilationRecord(
        owners.hashes(), others, owners.open(), sourceHashes(), documentHashes());
  }

  private Map<String, String> sourceHashes() {
    Map<String, String> hashes = new TreeMap<>();
    for (Map.Entry<String, Artifact> source : sources.entrySet()) {
      hashes.put(source.getKey(), CodeHash.of(source.getValue().text()));
    }
    return hashes;
  }

  private Map<String, String> documentHashes() {
    Map<String, String> hashes = new TreeMap<>();
    for (Map.Entry<String, Artifact> document : documents.entrySet()) {
      hashes.put(document.getKey(), TextHash.of(document.getValue().text()));
    }
    return hashes;
  }

  /**
   * {@return the declarations that came after classes were written which they should have been part
   * of}
   */
  List<SourceProblem> tooLate(GenerationRound written, ProbeDeclarations declared) {
    List<SourceProblem> problems = new ArrayList<>();
    if (sourceHashes().equals(written.sourceHashes())) {
      return problems;
    }
    for (ProbeDeclaration declaration : declared.declarations()) {
      if (!written.annotated.contains(declaration.declaredIn().qualifiedName())) {
        problems.add(
            SourceProblem.of(
                JavaRule.GENERATED_TOO_LATE,
                declaration.place(),
                declaration.declaredIn()
                    + " was generated after the health endpoints, which should ask it.",
                "Its processor must not wait for another processor's classes before it generates"
                    + " this one."));
      }
    }
    return problems;
  }

  private List<SourcePlace> placesOf(BridgeClass bridge) {
    List<SourcePlace> places = new ArrayList<>();
    for (ContainerOutput container : plan.containers()) {
      if (container.sources().contains(bridge.owner().qualifiedName())) {
        places.addAll(container.places());
      }
    }
    return places.isEmpty() ? plan.containers().get(0).places() : places;
  }

  private static void add(Optional<SourceProblem> problem, List<SourceProblem> problems) {
    if (problem.isPresent()) {
      problems.add(problem.get());
    }
  }
}
