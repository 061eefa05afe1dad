package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the settings of a Micronaut application over each other, by its environments. */
final class MicronautConfiguration {

  private static final Pattern FILE =
      Pattern.compile("(application|bootstrap)(?:-([^.]+))?\\.(properties|ya?ml)");

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
    layers.addAll(0, outside().layers());
    return new EffectiveSettings(layers, SettingNames.RELAXED);
  }

  private List<String> active() {
    List<String> named = outside().words("micronaut.environments");
    return named.isEmpty() ? environment.stream().toList() : named;
  }

  private EffectiveSettings outside() {
    return new EffectiveSettings(
        List.of(
            new EffectiveSettings.Layer(container.arguments(), false),
            new EffectiveSettings.Layer(container.properties(), false),
            new EffectiveSettings.Layer(container.variables(), true)),
        SettingNames.RELAXED);
  }

  private void addFiles(String name, List<EffectiveSettings.Layer> layers) {
    for (String ending : List.of("yml", "yaml", "properties")) {
      files
          .documents()
          .getOrDefault(name + "." + ending, List.of())
          .forEach(document -> layers.add(new EffectiveSettings.Layer(document.settings(), false)));
    }
  }

  /** What sets more, and was not seen. */
  List<PlacedFinding> unseen() {
    List<PlacedFinding> unseen = new ArrayList<>(container.unseen());
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
