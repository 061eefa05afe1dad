package dev.sonde.processor.plan;

import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.RestartRule;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.CheckDeclaration;
import dev.sonde.processor.read.CompilationSurroundings;
import dev.sonde.processor.read.DeclaredContainer;
import dev.sonde.processor.read.PlacedValue;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.JavaRule;
import dev.sonde.rules.ProbeRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Decides what is generated for one container. Used once. */
final class ContainerOutputPlanner {

  /** A constructor takes 255 parameters, and the object itself is one of them. */
  private static final int MOST_OWNERS = 254;

  private static final String UNNAMED = "container";

  private final ContainerDeclarations share;
  private final CompilationSurroundings surroundings;
  private final boolean advised;
  private final List<SourceProblem> problems = new ArrayList<>();
  private final HealthPort port;
  private final ClassName name;

  ContainerOutputPlanner(
      ContainerDeclarations share, CompilationSurroundings surroundings, boolean advised) {
    this.share = share;
    this.surroundings = surroundings;
    this.advised = advised;
    this.port = HealthPort.of(share);
    this.name = EndpointsClassNaming.of(share);
  }

  /** {@return what was found to be wrong while planning} */
  List<SourceProblem> problems() {
    return problems;
  }

  ContainerOutput plan() {
    judgeEmpty();
    ProbeSet probes = ProbeSet.forContainer(container());
    CheckNames names = new CheckNames(share.declarations(), problems);
    List<PlannedEndpoint> endpoints = new ArrayList<>();
    Map<ProbeKind, ProbePlanner> planned = new EnumMap<>(ProbeKind.class);
    for (ProbeKind kind : ProbeKind.values()) {
      List<ProbeDeclaration> declarations = GenerationPlanner.ofKind(kind, share.declarations());
      if (!declarations.isEmpty()) {
        ProbePlanner planner =
            new ProbePlanner(kind, declarations, port, names, name, surroundings.grpc(), problems);
        planned.put(kind, planner);
        probes = probes.with(kind, planner.probe());
        Optional<PlannedEndpoint> endpoint = planner.endpoint();
        if (endpoint.isPresent()) {
          judgePath(endpoint.get(), endpoints, declarations.get(0).place());
          endpoints.add(endpoint.get());
          probes = probes.withChecks(kind, namesOf(endpoint.get().checks()));
        }
      }
    }
    if (isServed(endpoints)) {
      HealthPort.judge(share, problems);
      probes = probes.with(port.inContainer());
    }
    Optional<ShutdownTiming> shutdown = ShutdownPlan.of(share, probes);
    if (shutdown.isPresent()) {
      probes = probes.with(shutdown.get().termination());
    }
    Optional<PlacedValue<String>> signal = stopSignal();
    if (signal.isPresent()) {
      probes = probes.stopSignal(signal.get().value());
      judgeSignal(signal.get(), probes);
    }
    probes = withRestart(probes);
    if (advised) {
      SourcePlace ofSignal = signal.isPresent() ? signal.get().place() : share.place();
      problems.addAll(
          ProbeAdvice.on(probes, planned, !endpoints.isEmpty(), shutdown, ofSignal, share.place()));
    }
    return new ContainerOutput(
        share.place(), probes, endpointsClass(endpoints, shutdown), sources(), places());
  }

  private void judgeEmpty() {
    if (share.declarations().isEmpty()) {
      problems.add(
          SourceProblem.of(
              JavaRule.CONTAINER_EMPTY,
              share.place(),
              share.place() + " has no probe: nothing of this compilation belongs to it.",
              "Annotate the class with @Startup, @Liveness or @Readiness, or remove @Container."));
    }
  }

  private static boolean isServed(List<PlannedEndpoint> endpoints) {
    for (PlannedEndpoint endpoint : endpoints) {
      if (endpoint.overHttp()) {
        return true;
      }
    }
    return false;
  }

  /** Where there are several objects, each name goes on with that of the object. */
  private List<String> namesOf(List<NamedCheck> checks) {
    Map<String, OwnerCount> counts = counts();
    List<String> checkNames = new ArrayList<>();
    for (NamedCheck named : checks) {
      CheckDeclaration check = named.check();
      boolean many =
          !check.method().isStatic() && counts.get(check.owner().qualifiedName()) == OwnerCount.ANY;
      checkNames.add(many ? named.name() + "-*" : named.name());
    }
    return checkNames;
  }

  private Optional<PlacedValue<String>> stopSignal() {
    return share.container().isPresent() ? share.container().get().stopSignal() : Optional.empty();
  }

  private void judgeSignal(PlacedValue<String> signal, ProbeSet probes) {
    Optional<Finding> unknown = ProbeRules.stopSignal(probes);
    if (unknown.isPresent()) {
      problems.add(SourceProblem.of(unknown.get(), signal.place()));
    }
  }

  private ProbeSet withRestart(ProbeSet probes) {
    if (share.container().isEmpty()) {
      return probes;
    }
    DeclaredContainer container = share.container().get();
    Optional<PlacedValue<String>> policy = container.restartPolicy();
    List<RestartRule> rules = new ArrayList<>();
    for (PlacedValue<RestartRule> rule : container.restartRules()) {
      rules.add(rule.value());
    }
    ProbeSet restarted =
        probes.with(
            new ContainerRestart(
                policy.isPresent() ? Optional.of(policy.get().value()) : Optional.empty(), rules));
    for (Finding finding : ProbeRules.restart(restarted)) {
      problems.add(SourceProblem.of(finding, placeOf(finding, container)));
    }
    return restarted;
  }

  private static SourcePlace placeOf(Finding finding, DeclaredContainer container) {
    FieldPath rules = FieldPath.of(ContainerRestart.RULES);
    for (int i = 0; i < container.restartRules().size(); i++) {
      if (finding.focus().startsWith(rules.index(i))) {
        return container.restartRules().get(i).place();
      }
    }
    return container.restartPolicy().isPresent()
        ? container.restartPolicy().get().place()
        : container.restartRules().get(0).place();
  }

  private ContainerRef container() {
    if (share.container().isEmpty()) {
      return ContainerRef.ONLY;
    }
    DeclaredContainer container = share.container().get();
    return new ContainerRef(
        container.name().isPresent()
            ? Optional.of(container.name().get().value())
            : Optional.empty(),
        container.workload());
  }

  private void judgePath(
      PlannedEndpoint endpoint, List<PlannedEndpoint> others, SourcePlace place) {
    for (PlannedEndpoint other : others) {
      if (other.path().equals(endpoint.path())) {
        problems.add(
            SourceProblem.of(
                JavaRule.ENDPOINT_PATH_TAKEN,
                place,
                "path \""
                    + endpoint.path()
                    + "\" of the "
                    + endpoint.kind().word()
                    + " endpoint belongs to the "
                    + other.kind().word()
                    + " endpoint already.",
                "Give each its own path, or none."));
      }
    }
  }

  private Optional<EndpointsClass> endpointsClass(
      List<PlannedEndpoint> endpoints, Optional<ShutdownTiming> shutdown) {
    if (endpoints.isEmpty()) {
      return Optional.empty();
    }
    EndpointsClass generated =
        new EndpointsClass(
            name,
            container().name().orElse(UNNAMED),
            port.number(),
            port.tls(),
            endpoints,
            shutdown,
            counts(),
            surroundings);
    return isLegal(generated) ? Optional.of(generated) : Optional.empty();
  }

  private Map<String, OwnerCount> counts() {
    Map<String, OwnerCount> counts = new HashMap<>();
    if (share.container().isPresent()) {
      for (PlacedValue<String> owner : share.container().get().optional()) {
        counts.put(owner.value(), OwnerCount.AT_MOST_ONE);
      }
      for (PlacedValue<String> owner : share.container().get().several()) {
        counts.put(owner.value(), OwnerCount.ANY);
      }
    }
    return counts;
  }

  private boolean isLegal(EndpointsClass generated) {
    int owners = generated.owners().size();
    if (owners > MOST_OWNERS) {
      problems.add(
          SourceProblem.of(
              JavaRule.OWNERS_TOO_MANY,
              share.place(),
              owners
                  + " objects own checks of one container; a constructor takes at most "
                  + MOST_OWNERS
                  + ".",
              "Let one class ask several of them, or make checks static."));
    }
    if (!surroundings.runtime()) {
      problems.add(
          SourceProblem.of(
              JavaRule.RUNTIME_MISSING,
              share.place(),
              "endpoints are generated for " + share.place() + ", but Sonde's runtime is missing.",
              "Add dev.sonde:sonde-runtime to the dependencies; a named module also requires it."));
    }
    return owners <= MOST_OWNERS && surroundings.runtime();
  }

  private List<String> sources() {
    TreeSet<String> sources = new TreeSet<>();
    if (share.container().isPresent()) {
      sources.add(share.container().get().type().qualifiedName());
    }
    for (ProbeDeclaration declaration : share.declarations()) {
      sources.add(declaration.declaredIn().qualifiedName());
    }
    return new ArrayList<>(sources);
  }

  private List<SourcePlace> places() {
    List<SourcePlace> places = new ArrayList<>();
    places.add(share.place());
    for (ProbeDeclaration declaration : share.declarations()) {
      places.add(declaration.place());
    }
    return places;
  }
}
