package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the settings of a Micronaut application over each other, by its environments. */
final class MicronautConfiguration {

  private static final Pattern FILE =
      Pattern.compile("(application|bootstrap)(?:-([^.]+))?\\.(properties|ya?ml|json)");

  private static final List<String> JSON =
      List.of("SPRING_APPLICATION_JSON", "MICRONAUT_APPLICATION_JSON");
  private static final List<String> OTHER_FORMATS =
      List.of("micronaut-toml", "micronaut-runtime-groovy");
  private static final List<String> DEDUCED = List.of("k8s", "cloud");

  private final ApplicationFiles files;
  private final ContainerSettings container;
  private final Optional<String> environment;

  MicronautConfiguration(
      ApplicationFiles files, ContainerSettings container, Optional<String> environment) {
    this.files = files;
    this.container = container;
    this.environment = environment;
  }

  /**
   * {@return what counts}
   *
   * @throws SettingException if nothing is said of the environment that is asked for
   */
  EffectiveSettings settings() {
    EnvironmentNames.demandKnown(environment, mentioned(), files.shown());
    List<EffectiveSettings.Layer> layers = new ArrayList<>();
    addFiles("application", layers);
    for (String active : active()) {
      addFiles("application-" + active, layers);
    }
    Collections.reverse(layers);
    layers.addAll(0, outside());
    return new EffectiveSettings(layers, SettingNames.HYPHENATED);
  }

  /** In a pod Micronaut finds two environments by itself; those that are named count more. */
  private Set<String> active() {
    Set<String> active = new LinkedHashSet<>();
    EffectiveSettings jvm = new EffectiveSettings(jvm(), SettingNames.HYPHENATED);
    if (jvm.find("micronaut.env.deduction").filter(MicronautHealth::isFalse).isEmpty()) {
      active.addAll(DEDUCED);
    }
    Set<String> named = new LinkedHashSet<>();
    for (EffectiveSettings.Layer layer : jvm()) {
      named.addAll(
          new EffectiveSettings(List.of(layer), SettingNames.HYPHENATED)
              .words("micronaut.environments"));
    }
    (named.isEmpty() ? environment.stream().toList() : named)
        .forEach(
            name -> {
              active.remove(name);
              active.add(name);
            });
    return active;
  }

  private List<EffectiveSettings.Layer> jvm() {
    return List.of(
        new EffectiveSettings.Layer(container.properties(), false),
        new EffectiveSettings.Layer(container.variables(), true));
  }

  /** What counts more than the files, what counts most first. */
  private List<EffectiveSettings.Layer> outside() {
    List<EffectiveSettings.Layer> layers = new ArrayList<>();
    layers.add(new EffectiveSettings.Layer(container.wideArguments(), false));
    for (String json : JSON) {
      container.variables().stream()
          .filter(variable -> variable.name().equals(json) && variable.hidden().isEmpty())
          .forEach(variable -> layers.add(YamlSettings.layer(variable)));
    }
    layers.addAll(jvm());
    return layers;
  }

  /**
   * The first file of each format alone; JSON counts more than YAML, and properties count least.
   */
  private void addFiles(String name, List<EffectiveSettings.Layer> layers) {
    for (List<String> endings :
        List.of(List.of("properties"), List.of("yml", "yaml"), List.of("json"))) {
      endings.stream()
          .map(ending -> name + "." + ending)
          .filter(file -> files.documents().containsKey(file))
          .findFirst()
          .stream()
          .flatMap(file -> files.documents().getOrDefault(file, List.of()).stream())
          .forEach(document -> layers.add(new EffectiveSettings.Layer(document.settings(), false)));
    }
  }

  /** What sets more, and was not seen. */
  List<PlacedFinding> unseen() {
    List<PlacedFinding> unseen = new ArrayList<>(container.unseen());
    new EffectiveSettings(jvm(), SettingNames.HYPHENATED)
        .filled("micronaut.config.files")
        .map(
            setting ->
                setting.finding(
                    FrameworkRules.UNSEEN,
                    setting.name() + " brings in " + setting.value() + ", which is not read.",
                    "See that it moves neither port nor path of the health endpoints."))
        .ifPresent(unseen::add);
    OTHER_FORMATS.stream()
        .filter(files.libraries()::has)
        .map(
            library ->
                ManifestPlace.of(files.shown())
                    .finding(
                        FrameworkRules.UNSEEN.finding(
                            FieldPath.ROOT,
                            library + " reads files of a format that is not read here.",
                            "See that they move neither port nor path of the health endpoints.")))
        .forEach(unseen::add);
    files.documents().keySet().stream()
        .filter(file -> file.startsWith("bootstrap"))
        .findFirst()
        .map(
            file ->
                ManifestPlace.of(files.shown() + "/" + file)
                    .finding(
                        FrameworkRules.UNSEEN.finding(
                            FieldPath.ROOT,
                            "this file brings in settings of a server, which are not read.",
                            "See that they move neither port nor path of the health endpoints.")))
        .ifPresent(unseen::add);
    return unseen;
  }

  private Set<String> mentioned() {
    Set<String> environments = new TreeSet<>();
    for (String file : files.documents().keySet()) {
      Matcher name = FILE.matcher(file);
      if (name.matches() && name.group(2) != null) {
        environments.add(name.group(2));
      }
    }
    return environments;
  }
}
