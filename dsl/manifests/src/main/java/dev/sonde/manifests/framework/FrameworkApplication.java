package dev.sonde.manifests.framework;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FrameworkRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application whose framework answers the probes. What it answers depends on the container that
 * runs it, which may set what its files say otherwise. Immutable.
 */
public final class FrameworkApplication {

  private final Framework framework;
  private final ApplicationFiles files;
  private final FrameworkChoice choice;
  private final Optional<String> environment;

  private FrameworkApplication(
      Framework framework,
      ApplicationFiles files,
      FrameworkChoice choice,
      Optional<String> environment) {
    this.framework = framework;
    this.files = files;
    this.choice = choice;
    this.environment = environment;
  }

  /**
   * {@return the application in a place, if a framework is recognised there that answers probes}
   *
   * @param source a folder of classes or of resources, or a jar or war with the application in it
   * @param libraries its libraries, where somebody knows more of them than the place says
   * @param choice what somebody said about it
   * @throws IOException if a file cannot be read
   * @throws UnreadableDocumentException if a configuration file is broken, or several frameworks
   *     are recognised
   */
  public static Optional<FrameworkApplication> find(
      Path source, Libraries libraries, FrameworkChoice choice) throws IOException {
    if (choice.none()) {
      return Optional.empty();
    }
    ApplicationFiles files = ApplicationFiles.of(source, libraries);
    List<Framework> found = new ArrayList<>();
    for (Framework framework : choice.named().map(List::of).orElse(List.of(Framework.values()))) {
      if (choice.named().isPresent() || isIn(files, framework)) {
        found.add(framework);
      }
    }
    if (found.size() > 1) {
      throw UnreadableDocumentException.of(
          source.toString(),
          FrameworkRules.UNCLEAR.finding(
              FieldPath.ROOT,
              "it has " + found.get(0).title() + " and " + found.get(1).title() + ".",
              "Say which one answers the probes: one of " + Framework.words() + "."));
    }
    return found.stream()
        .findFirst()
        .map(framework -> new FrameworkApplication(framework, files, choice, Optional.empty()));
  }

  private static boolean hasHealth(ApplicationFiles files, Framework framework) {
    return framework.healthLibraries().stream().anyMatch(files.libraries()::has);
  }

  private PlacedFinding withoutHealth() {
    String library = framework.healthLibraries().get(0);
    return ManifestPlace.of(files.shown())
        .finding(
            FrameworkRules.HEALTH_OFF.finding(
                FieldPath.ROOT,
                framework.title()
                    + " is named, and "
                    + library
                    + ", which answers probes, is not among the libraries.",
                "Add it, or name another framework."));
  }

  private static boolean isIn(ApplicationFiles files, Framework framework) throws IOException {
    if (files.libraries().known()) {
      return framework.libraries().stream().anyMatch(files.libraries()::has)
          && hasHealth(files, framework);
    }
    boolean isItsOwn =
        files.settings().anyMatch(s -> startsWith(s, framework.settings()))
            || files.mentions(framework.classes());
    return isItsOwn
        && files.settings().anyMatch(s -> startsWith(s, List.of(framework.healthSettings())));
  }

  private static boolean startsWith(Setting setting, List<String> prefixes) {
    return prefixes.stream().anyMatch(setting.name()::startsWith);
  }

  /**
   * {@return the same application in an environment}
   *
   * @param profile the profile that is active there, if the container does not say otherwise
   */
  public FrameworkApplication in(Optional<String> profile) {
    return new FrameworkApplication(framework, files, choice, profile);
  }

  /** {@return one sentence that says what was recognised, and where} */
  public String said() {
    String version =
        framework.libraries().stream()
            .flatMap(library -> files.libraries().version(library).stream())
            .findFirst()
            .map(number -> " " + number)
            .orElse(", whose version is not known");
    String configuration =
        files.documents().isEmpty()
            ? " without configuration"
            : ", configured by " + String.join(", ", files.documents().keySet());
    return "Probes of "
        + framework.title()
        + version
        + ", found in "
        + files.shown()
        + configuration
        + ".";
  }

  /** {@return its container, without any probes yet} */
  public ProbeSet declared() {
    return probes(Map.of());
  }

  /**
   * {@return what it answers in a container}
   *
   * @param container the container
   */
  public FrameworkProbes probes(RunningContainer container) {
    FrameworkEndpoints endpoints = endpoints(ContainerSettingsReader.read(container));
    return FrameworkProbes.of(
        this, container.waitsBeforeItStops() ? endpoints.withoutRefusal() : endpoints, container);
  }

  /**
   * {@return the probes that ask it, where no container sets anything else}
   *
   * @throws UnreadableDocumentException if its configuration does not say where it answers
   */
  public FrameworkProbes probes() {
    return FrameworkProbes.of(this, endpoints(ContainerSettings.NONE).withoutRefusal());
  }

  /**
   * {@return what the framework does wrong, however it is configured}
   *
   * @throws IOException if its classes cannot be read
   */
  public List<PlacedFinding> faults() throws IOException {
    return FrameworkFaults.of(framework, files);
  }

  ProbeSet probes(Map<ProbeKind, Probe> probes) {
    ProbeSet set = ProbeSet.forContainer(choice.reference());
    for (ProbeKind kind : ProbeKind.values()) {
      Optional<Probe> probe = Optional.ofNullable(probes.get(kind));
      set = probe.isPresent() ? set.with(kind, probe.get()) : set;
    }
    return set;
  }

  /** What decides where no setting does, in running text. */
  String defaults() {
    return "the default of " + framework.title();
  }

  FrameworkEndpoints endpoints(ContainerSettings container) {
    if (files.libraries().known() && !hasHealth(files, framework)) {
      return FrameworkEndpoints.none(List.of(withoutHealth()));
    }
    return configured(container).with(FrameworkFaults.untried(framework, files).stream().toList());
  }

  /**
   * Tells whether it is Helidon MP, whose defaults differ from those of SE.
   *
   * @throws SettingException if the libraries are not known
   */
  private boolean isMicroProfile() {
    if (!files.libraries().known()) {
      throw new SettingException(
          ManifestPlace.of(files.shown())
              .finding(
                  FrameworkRules.UNCLEAR.finding(
                      FieldPath.ROOT,
                      "whether it is Helidon SE or MP is in its libraries, which are not known.",
                      "Name the application's jar, whose manifest lists them.")));
    }
    return files.libraries().has("helidon-microprofile-health");
  }

  private FrameworkEndpoints configured(ContainerSettings container) {
    try {
      return switch (framework) {
        case SPRING_BOOT -> {
          SpringConfiguration configuration =
              new SpringConfiguration(files, container, environment);
          EffectiveSettings settings = configuration.settings();
          yield new SpringBootHealth(settings, files.libraries(), files.shown())
              .endpoints()
              .with(configuration.unseen(settings));
        }
        case QUARKUS ->
            new QuarkusHealth(
                    new QuarkusConfiguration(files, container, environment), files.libraries())
                .endpoints();
        case MICRONAUT ->
            new MicronautHealth(
                    new MicronautConfiguration(files, container, environment), files.libraries())
                .endpoints();
        case HELIDON -> {
          boolean microProfile = isMicroProfile();
          yield new HelidonHealth(
                  new HelidonConfiguration(files, container, environment, microProfile),
                  microProfile)
              .endpoints();
        }
      };
    } catch (SettingException unknown) {
      return FrameworkEndpoints.none(List.of(unknown.finding()));
    }
  }
}
