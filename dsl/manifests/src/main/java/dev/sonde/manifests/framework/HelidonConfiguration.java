package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts the settings of a Helidon application over each other. Helidon SE reads one file; Helidon MP
 * reads those of MicroProfile Config, too.
 */
final class HelidonConfiguration {

  private static final String MICROPROFILE = "META-INF/microprofile-config";
  private static final Pattern PROFILED = Pattern.compile("%([^.]+)\\.(.+)");
  private static final Pattern FILE =
      Pattern.compile("(?:META-INF/)?(application|microprofile-config)-([^.]+)\\..*");
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

  private final ApplicationFiles files;
  private final ContainerSettings container;
  private final Optional<String> environment;
  private final boolean microProfile;

  HelidonConfiguration(
      ApplicationFiles files,
      ContainerSettings container,
      Optional<String> environment,
      boolean microProfile) {
    this.files = files;
    this.container = container;
    this.environment = environment;
    this.microProfile = microProfile;
  }

  /**
   * {@return what counts}
   *
   * @throws SettingException if nothing is said of the profile that is asked for
   */
  EffectiveSettings settings() {
    EnvironmentNames.demandKnown(environment, mentioned(), files.shown());
    EffectiveSettings outside = outside();
    Optional<String> keyed = microProfile ? word(outside, "mp.config.profile") : Optional.empty();
    Optional<String> profile = keyed.or(() -> ofFiles(outside)).or(() -> environment);
    List<EffectiveSettings.Layer> layers = new ArrayList<>(outside.layers());
    if (microProfile) {
      addMicroProfile(profile, layers);
    } else {
      addOne(profile, layers);
    }
    return new EffectiveSettings(layers, SettingNames.EXACT);
  }

  private static Optional<String> word(EffectiveSettings settings, String key) {
    return settings.filled(key).map(Setting::value);
  }

  /** A variable without Helidon's name in front does not count. */
  private Optional<String> ofFiles(EffectiveSettings outside) {
    EffectiveSettings properties =
        new EffectiveSettings(outside.layers().subList(0, 1), SettingNames.EXACT);
    return word(outside, "helidon.config.profile").or(() -> word(properties, "config.profile"));
  }

  private EffectiveSettings outside() {
    List<Setting> variables =
        container.variables().stream()
            .map(variable -> variable.withName(variable.name().replace("_DASH_", "_")))
            .toList();
    return new EffectiveSettings(
        List.of(
            new EffectiveSettings.Layer(container.properties(), false),
            new EffectiveSettings.Layer(variables, true)),
        SettingNames.EXACT);
  }

  /** One file counts alone; with a profile its file lies over it, and properties are not read. */
  private void addOne(Optional<String> profile, List<EffectiveSettings.Layer> layers) {
    hocon()
        .ifPresent(
            file -> {
              throw new SettingException(
                  ManifestPlace.of(files.shown() + "/" + file)
                      .finding(
                          FrameworkRules.UNKNOWN.finding(
                              FieldPath.ROOT,
                              "this file is HOCON, and counts alone.",
                              "Write its settings as application.yaml, which Helidon reads before"
                                  + " it.")));
            });
    if (profile.isPresent()) {
      addFirst("application-" + profile.get(), List.of(".yaml", ".yml"), layers);
      addFirst("application", List.of(".yaml", ".yml"), layers);
    } else {
      addFirst("application", List.of(".yaml", ".properties", ".yml"), layers);
    }
  }

  private void addFirst(String name, List<String> endings, List<EffectiveSettings.Layer> layers) {
    endings.stream()
        .map(ending -> name + ending)
        .filter(file -> files.documents().containsKey(file))
        .findFirst()
        .ifPresent(file -> add(file, layers));
  }

  /** A profile's YAML is read only beside {@code application.yaml}. */
  private void addMicroProfile(Optional<String> profile, List<EffectiveSettings.Layer> layers) {
    profile.ifPresent(
        name ->
            layers.add(
                new EffectiveSettings.Layer(
                    profiled(name, settings(MICROPROFILE + ".properties")), false)));
    if (files.documents().containsKey("application.yaml")) {
      profile.ifPresent(name -> add("application-" + name + ".yaml", layers));
      add("application.yaml", layers);
    }
    profile.ifPresent(name -> add(MICROPROFILE + "-" + name + ".properties", layers));
    add(MICROPROFILE + ".properties", layers);
  }

  private void add(String file, List<EffectiveSettings.Layer> layers) {
    layers.add(new EffectiveSettings.Layer(settings(file), false));
  }

  /** With an index as Helidon writes it: {@code sockets.0.name}. */
  private List<Setting> settings(String file) {
    return files.documents().getOrDefault(file, List.of()).stream()
        .flatMap(document -> document.settings().stream())
        .map(setting -> setting.withName(INDEX.matcher(setting.name()).replaceAll(".$1")))
        .toList();
  }

  private static List<Setting> profiled(String profile, List<Setting> settings) {
    List<Setting> found = new ArrayList<>();
    for (Setting setting : settings) {
      Matcher name = PROFILED.matcher(setting.name());
      if (name.matches() && name.group(1).equals(profile)) {
        found.add(setting.withName(name.group(2)));
      }
    }
    return found;
  }

  /** What sets more, and was not seen. */
  List<PlacedFinding> unseen() {
    List<PlacedFinding> unseen = new ArrayList<>(container.unseen());
    files.documents().keySet().stream()
        .filter(file -> file.startsWith("meta-config"))
        .findFirst()
        .map(file -> unseen(file + " says which files are read, and is not read."))
        .ifPresent(unseen::add);
    files
        .settings()
        .filter(setting -> microProfile && setting.name().equals("config_ordinal"))
        .findFirst()
        .map(
            setting ->
                setting.finding(
                    FrameworkRules.UNSEEN,
                    "config_ordinal says how much this file counts, and is not read.",
                    "Leave it out, or see that no other place sets port or path."))
        .ifPresent(unseen::add);
    hocon().map(file -> unseen(file + " is HOCON, which is not read.")).ifPresent(unseen::add);
    return unseen;
  }

  /** The file that its library reads, in SE only where there is no {@code application.yaml}. */
  private Optional<String> hocon() {
    boolean isYamlFirst = !microProfile && files.documents().containsKey("application.yaml");
    return Stream.of("application.conf", "application.json")
        .filter(file -> !isYamlFirst && files.libraries().has("helidon-config-hocon"))
        .filter(file -> files.documents().containsKey(file))
        .findFirst();
  }

  private PlacedFinding unseen(String message) {
    return ManifestPlace.of(files.shown())
        .finding(
            FrameworkRules.UNSEEN.finding(
                FieldPath.ROOT,
                message,
                "See that they move neither port nor path of the health endpoints."));
  }

  private Set<String> mentioned() {
    Set<String> profiles = new TreeSet<>();
    for (String file : files.documents().keySet()) {
      Matcher name = FILE.matcher(file);
      if (name.matches()) {
        profiles.add(name.group(2));
      }
    }
    files
        .settings()
        .map(setting -> PROFILED.matcher(setting.name()))
        .filter(Matcher::matches)
        .forEach(name -> profiles.add(name.group(1)));
    return profiles;
  }

  /** What was looked at, for people. */
  String shown() {
    return files.shown();
  }
}
