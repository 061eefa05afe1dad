package dev.sonde.processor;

import dev.sonde.processor.plan.Bridge;
import dev.sonde.processor.plan.ClassName;
import dev.sonde.processor.plan.ContainerPlan;
import dev.sonde.processor.plan.Plan;
import dev.sonde.processor.read.Declaration;
import dev.sonde.processor.read.Declarations;
import dev.sonde.processor.render.BridgeRenderer;
import dev.sonde.processor.render.DocumentRenderer;
import dev.sonde.processor.render.EndpointsRenderer;
import dev.sonde.processor.render.JavaFileText;
import dev.sonde.processor.report.JavaRule;
import dev.sonde.processor.report.Place;
import dev.sonde.processor.report.Problem;
import dev.sonde.processor.write.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is generated from all that was known at some time. */
final class Generation {

  private record Source(JavaFileText file, List<Place> origins) {}

  private final Plan plan;
  private final boolean complete;
  private final Options options;
  private final Set<String> annotated;
  private final Map<String, Source> sources = new TreeMap<>();

  /**
   * Renders the classes.
   *
   * @param complete whether everything that was known could be read
   * @param annotated the classes that were known
   */
  Generation(Plan plan, boolean complete, Options options, Collection<String> annotated) {
    this.plan = plan;
    this.complete = complete;
    this.options = options;
    this.annotated = new TreeSet<>(annotated);
    for (ContainerPlan container : plan.containers()) {
      if (container.endpoints().isPresent()) {
        JavaFileText file = EndpointsRenderer.render(container.endpoints().get(), options.inject());
        sources.put(file.name().toString(), new Source(file, container.places()));
      }
    }
    for (Bridge bridge : plan.bridges()) {
      JavaFileText file = BridgeRenderer.render(bridge, options.inject());
      sources.put(file.name().toString(), new Source(file, placesOf(bridge)));
    }
  }

  boolean isComplete() {
    return complete;
  }

  /** Tells whether it is generated from these classes and no others. */
  boolean isOf(Set<String> others) {
    return annotated.equals(others);
  }

  /** {@return what went wrong} */
  List<Problem> writeClasses(Output output, Set<String> compiled) {
    List<Problem> problems = new ArrayList<>();
    for (Source source : sources.values()) {
      ClassName name = source.file().name();
      if (compiled.contains(name.toString())) {
        problems.add(Output.nameTaken(name, source.origins().get(0)));
      } else {
        add(output.source(name, source.file().text(), source.origins()), problems);
      }
    }
    return problems;
  }

  /** {@return what went wrong} */
  List<Problem> writeDocuments(Output output) {
    List<Problem> problems = new ArrayList<>();
    for (ContainerPlan container : plan.containers()) {
      if (!container.probes().probes().isEmpty()) {
        String text =
            DocumentRenderer.render(
                container.probes(), container.sources(), options.withDefaults());
        String path = DocumentRenderer.pathOf(container.probes());
        add(output.resource(path, text, container.places()), problems);
      }
    }
    return problems;
  }

  /**
   * {@return the declarations that came after classes were written which they should have been part
   * of}
   */
  List<Problem> tooLate(Generation written, Declarations declared) {
    List<Problem> problems = new ArrayList<>();
    if (texts().equals(written.texts())) {
      return problems;
    }
    for (Declaration declaration : declared.declarations()) {
      if (!written.annotated.contains(declaration.declaredIn().qualifiedName())) {
        problems.add(
            Problem.of(
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

  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Source> entry : sources.entrySet()) {
      texts.put(entry.getKey(), entry.getValue().file().text());
    }
    return texts;
  }

  private List<Place> placesOf(Bridge bridge) {
    List<Place> places = new ArrayList<>();
    for (ContainerPlan container : plan.containers()) {
      if (container.sources().contains(bridge.owner().qualifiedName())) {
        places.addAll(container.places());
      }
    }
    return places.isEmpty() ? plan.containers().get(0).places() : places;
  }

  private static void add(Optional<Problem> problem, List<Problem> problems) {
    if (problem.isPresent()) {
      problems.add(problem.get());
    }
  }
}
