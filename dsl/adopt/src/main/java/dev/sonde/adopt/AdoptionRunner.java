package dev.sonde.adopt;

import static java.util.stream.Collectors.joining;

import com.squareup.javapoet.JavaFile;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.AdoptRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Severity;
import dev.sonde.rules.SimilarName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads, judges and renders. Used once. */
final class AdoptionRunner {

  private static final Pattern CONTAINER_NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private final List<ManifestFile> files;
  private final AdoptOptions options;
  private final List<PlacedFinding> findings = new ArrayList<>();

  AdoptionRunner(List<ManifestFile> files, AdoptOptions options) {
    this.files = files;
    this.options = options;
  }

  AdoptedCode adopt() {
    ManifestScan scan = new ManifestScan(new WorkloadReader(options.kinds()));
    files.forEach(scan::read);
    findings.addAll(scan.findings());
    List<ManifestContainer> chosen =
        eachOnce(
            scan.containers().stream()
                .filter(ManifestContainer::hasProbes)
                .filter(options.selection()::takes)
                .toList());
    if (chosen.isEmpty() && findings.isEmpty()) {
      refuseNothing(scan.containers(), scan.fragment());
    }
    judge(chosen);
    List<AdoptedClass> classes = classes(chosen);
    boolean refused = findings.stream().anyMatch(f -> f.finding().severity() == Severity.ERROR);
    return new AdoptedCode(refused ? List.of() : classes, findings);
  }

  /** What is in the text once, and is reached by aliases from several workloads, is one. */
  private static List<ManifestContainer> eachOnce(List<ManifestContainer> containers) {
    Map<MappingNode, ManifestContainer> once = new LinkedHashMap<>();
    for (ManifestContainer container : containers) {
      once.merge(container.node().node(), container, (first, second) -> first.asShared());
    }
    return List.copyOf(once.values());
  }

  private List<AdoptedClass> classes(List<ManifestContainer> chosen) {
    StrictDecoder decoder = StrictDecoder.create();
    List<String> names =
        options.className().map(name -> List.of(name)).orElseGet(() -> ClassNames.of(chosen));
    List<AdoptedClass> classes = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      ProbeReading reading = new ProbeReading(decoder, options.releases(), chosen.get(i));
      ProbeSet probes = reading.read();
      findings.addAll(reading.errors());
      findings.addAll(reading.advice());
      if (reading.errors().isEmpty() && i < names.size()) {
        classes.add(
            new AdoptedClass(
                options.packageName() + "." + names.get(i),
                text(names.get(i), probes, reading.suppressed()),
                probes,
                chosen.get(i).withPlace()));
      }
    }
    return classes;
  }

  private String text(String name, ProbeSet probes, Set<String> suppressed) {
    JavaFile.Builder file =
        switch (options.style()) {
          case ANNOTATIONS ->
              JavaFile.builder(
                  options.packageName(), AnnotationsRenderer.render(name, probes, suppressed));
          case DSL -> {
            JavaFile.Builder fluent =
                JavaFile.builder(options.packageName(), FluentRenderer.render(name, probes));
            FluentRenderer.methods(probes)
                .forEach(method -> fluent.addStaticImport(FluentRenderer.PROBES, method));
            yield fluent;
          }
        };
    return file.skipJavaLangImports(true).indent("  ").build().toString();
  }

  private void judge(List<ManifestContainer> chosen) {
    if (options.className().isPresent() && chosen.size() > 1) {
      add(
          chosen.get(1),
          AdoptRules.CLASS_NAME,
          "one name, " + options.className().get() + ", is given for several: " + all(chosen) + ".",
          "Choose one of them by workload and container, or leave the name out.");
    }
    Map<String, ManifestContainer> byIdentity = new HashMap<>();
    Map<String, ManifestContainer> byName = new HashMap<>();
    for (ManifestContainer container : chosen) {
      judgeName(container, chosen.size());
      Optional<ManifestContainer> same =
          Optional.ofNullable(byIdentity.putIfAbsent(container.text(), container));
      Optional<ManifestContainer> namesake =
          Optional.ofNullable(byName.putIfAbsent(container.node().name().orElse(""), container));
      if (same.isPresent()) {
        add(
            container,
            AdoptRules.CONTAINER_TWICE,
            container.text()
                + " has probes in two places; the other is "
                + same.get().withPlace()
                + ".",
            "Name only the files of one.");
      } else if (namesake.isPresent()
          && options.style() == AdoptionStyle.ANNOTATIONS
          && !(container.namesWorkload() && namesake.get().namesWorkload())) {
        add(
            container,
            AdoptRules.NAME_TWICE,
            container.text() + " has the same name as " + namesake.get().withPlace() + ".",
            "Name the workloads, or adopt them one by one into modules of their own, or use the"
                + " DSL.");
      }
    }
  }

  private void judgeName(ManifestContainer container, int count) {
    Optional<String> name = container.node().name();
    boolean legal =
        name.map(n -> CONTAINER_NAME.matcher(n).matches())
            .orElse(count == 1 && container.isOnlyOne());
    if (!legal) {
      add(
          container,
          AdoptRules.CONTAINER_NAME,
          container.text() + " cannot be named in code.",
          "Give it a name of 1 to 63 characters of a-z, 0-9 and inner hyphens.");
    }
  }

  private void refuseNothing(List<ManifestContainer> all, Optional<String> fragment) {
    ContainerSelection selection = options.selection();
    List<ManifestContainer> probed = all.stream().filter(ManifestContainer::hasProbes).toList();
    String there =
        probed.isEmpty() ? "none of these files has probes" : "available: " + all(probed);
    String remedy =
        similar(
                selection.container(),
                probed.stream().flatMap(c -> c.node().name().stream()).toList())
            .or(
                () ->
                    similar(
                        selection.workload().name(),
                        probed.stream().flatMap(c -> c.workload().name().stream()).toList()))
            .map(name -> "Did you mean \"" + name + "\"?")
            .or(
                () ->
                    fragment.map(
                        file ->
                            file
                                + " looks like a fragment of JKube. "
                                + WorkloadReader.FRAGMENT_REMEDY))
            .orElse("Name other files, or another workload or container.");
    findings.add(
        ManifestPlace.of(files.isEmpty() ? "(no file)" : files.get(0).name())
            .finding(
                AdoptRules.NOTHING.finding(
                    FieldPath.ROOT, "no container to adopt probes of; " + there + ".", remedy)));
  }

  private static Optional<String> similar(Optional<String> name, List<String> candidates) {
    return name.filter(n -> !candidates.contains(n)).flatMap(n -> SimilarName.to(n, candidates));
  }

  private static String all(List<ManifestContainer> containers) {
    int most = 10;
    String first =
        containers.stream().limit(most).map(ManifestContainer::withPlace).collect(joining("; "));
    return containers.size() > most
        ? first + " and " + (containers.size() - most) + " more"
        : first;
  }

  private void add(ManifestContainer container, Rule rule, String message, String remedy) {
    findings.add(container.finding(rule.finding(FieldPath.ROOT, message, remedy)));
  }
}
