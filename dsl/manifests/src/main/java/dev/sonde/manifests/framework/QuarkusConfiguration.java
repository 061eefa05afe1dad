package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts the settings of a Quarkus application over each other. Some are read when it is built, from
 * its files alone; the rest when it starts, where the container counts more.
 */
final class QuarkusConfiguration {

  private static final String MICROPROFILE = "META-INF/microprofile-config";
  private static final String DELAY = "quarkus.shutdown.delay";
  private static final String DELAY_ENABLED = "quarkus.shutdown.delay-enabled";
  private static final List<String> PROFILE =
      List.of("quarkus.profile", "smallrye.config.profile", "mp.config.profile");
  private static final List<String> PARENT =
      List.of("quarkus.config.profile.parent", "smallrye.config.profile.parent");
  private static final int PROPERTIES_ORDINAL = 400;
  private static final int VARIABLES_ORDINAL = 300;
  private static final Pattern PROFILED = Pattern.compile("%([^{}.]+)\\.(.+)");
  private static final Pattern FILE =
      Pattern.compile("(?:META-INF/)?(application|microprofile-config)(?:-([^.]+))?\\..*");

  /** Settings of one place, and how much they count. */
  private record Ranked(EffectiveSettings.Layer layer, int ordinal) {}

  private final ApplicationFiles files;
  private final ContainerSettings container;
  private final Optional<String> environment;

  QuarkusConfiguration(
      ApplicationFiles files, ContainerSettings container, Optional<String> environment) {
    this.files = files;
    this.container = container;
    this.environment = environment;
  }

  /** {@return what counts when it is built} */
  EffectiveSettings built() {
    EffectiveSettings plain = over(List.of(), List.of());
    List<String> profiles = profiles(plain);
    return over(List.of(), withParent(List.of(), profiles));
  }

  private EffectiveSettings over(List<Ranked> outside, List<String> profiles) {
    return new EffectiveSettings(
        Stream.concat(outside.stream(), ofFiles(profiles).stream())
            .sorted(Comparator.comparingInt(Ranked::ordinal).reversed())
            .map(Ranked::layer)
            .toList(),
        SettingNames.EXACT);
  }

  /** A profile may have a parent, which counts less. */
  private List<String> withParent(List<Ranked> outside, List<String> profiles) {
    List<String> active = profiles.isEmpty() ? List.of("prod") : profiles;
    EffectiveSettings settings = over(outside, active);
    return PARENT.stream()
        .flatMap(key -> settings.filled(key).stream())
        .findFirst()
        .map(parent -> Stream.concat(Stream.of(parent.value()), active.stream()).toList())
        .orElse(active);
  }

  /**
   * {@return what counts when it starts}
   *
   * @throws SettingException if nothing is said of the profile that is asked for
   */
  EffectiveSettings running() {
    EnvironmentNames.demandKnown(environment, mentioned(), files.shown());
    List<String> profiles = profiles(outside());
    if (profiles.isEmpty()) {
      profiles = environment.map(List::of).orElseGet(() -> profiles(built()));
    }
    List<String> active = withParent(outside(profiles), profiles);
    return over(outside(active), active);
  }

  private List<Ranked> outside(List<String> profiles) {
    List<Ranked> ranked = new ArrayList<>();
    int ordinal = PROPERTIES_ORDINAL;
    for (EffectiveSettings.Layer layer : outside().layers()) {
      ranked.add(
          new Ranked(
              new EffectiveSettings.Layer(profiled(layer, profiles), layer.variables()), ordinal));
      ranked.add(new Ranked(layer, ordinal));
      ordinal = VARIABLES_ORDINAL;
    }
    return ranked;
  }

  private static List<String> profiles(EffectiveSettings settings) {
    return PROFILE.stream()
        .map(settings::words)
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private EffectiveSettings outside() {
    return new EffectiveSettings(
        List.of(
            new EffectiveSettings.Layer(container.properties(), false),
            new EffectiveSettings.Layer(container.variables(), true)),
        SettingNames.EXACT);
  }

  /** {@return the container's own setting of a name, if there is one} */
  Optional<Setting> ofContainer(String key) {
    return outside().written(key);
  }

  /** What sets more, and was not seen. */
  List<PlacedFinding> unseen(EffectiveSettings settings) {
    List<PlacedFinding> unseen = new ArrayList<>(container.unseen());
    for (String key : List.of("quarkus.config.locations", "smallrye.config.locations")) {
      settings
          .filled(key)
          .map(
              setting ->
                  setting.finding(
                      FrameworkRules.UNSEEN,
                      setting.name() + " brings in " + setting.value() + ", which is not read.",
                      "See that it moves neither port nor path of the health endpoints."))
          .ifPresent(unseen::add);
    }
    return unseen;
  }

  /** At SIGTERM the port closes at once, unless both settings of the delay are there. */
  Optional<PlacedFinding> refusal(EffectiveSettings built, EffectiveSettings running) {
    boolean enabled = built.truth(DELAY_ENABLED).orElse(false);
    Optional<Setting> delay = running.filled(DELAY);
    if (enabled && delay.isPresent()) {
      return Optional.empty();
    }
    String message =
        delay.isPresent()
            ? DELAY + " does nothing: " + DELAY_ENABLED + " is not true where Quarkus is built."
            : "Quarkus closes its port at once at SIGTERM, before readiness turns.";
    String remedy =
        "Set %s=true and %s=10s in application.properties, or let the container sleep in preStop."
            .formatted(DELAY_ENABLED, DELAY);
    return Optional.of(
        delay
            .or(() -> built.filled(DELAY_ENABLED))
            .map(setting -> setting.finding(FrameworkRules.SHUTDOWN_REFUSES, message, remedy))
            .orElseGet(
                () ->
                    ManifestPlace.of(files.shown())
                        .finding(
                            FrameworkRules.SHUTDOWN_REFUSES.finding(
                                FieldPath.ROOT, message, remedy))));
  }

  /** Those of profiles first, the last profile before the others; then YAML before properties. */
  private List<Ranked> ofFiles(List<String> profiles) {
    List<Ranked> layers = new ArrayList<>();
    for (int i = profiles.size() - 1; i >= 0; i--) {
      addFiles("application", "application-" + profiles.get(i), layers, profiles);
    }
    addFiles("application", "application", layers, profiles);
    for (int i = profiles.size() - 1; i >= 0; i--) {
      addFiles(MICROPROFILE, MICROPROFILE + "-" + profiles.get(i), layers, profiles);
    }
    addFiles(MICROPROFILE, MICROPROFILE, layers, profiles);
    return layers;
  }

  /** A profile's file is read beside the one of no profile alone. */
  private void addFiles(String base, String name, List<Ranked> layers, List<String> profiles) {
    for (String ending :
        readsYaml() ? List.of("yaml", "yml", "properties") : List.of("properties")) {
      boolean isThere = files.documents().containsKey(base + "." + ending);
      List<ConfigurationDocument> documents =
          isThere ? files.documents().getOrDefault(name + "." + ending, List.of()) : List.of();
      for (ConfigurationDocument document : documents) {
        EffectiveSettings.Layer plain = new EffectiveSettings.Layer(document.settings(), false);
        int ordinal = ordinal(plain, name.startsWith("META-INF") ? 100 : 250);
        layers.add(
            new Ranked(new EffectiveSettings.Layer(profiled(plain, profiles), false), ordinal));
        layers.add(new Ranked(plain, ordinal));
      }
    }
  }

  /** A file may say itself how much it counts. */
  private static int ordinal(EffectiveSettings.Layer file, int usual) {
    return new EffectiveSettings(List.of(file), SettingNames.EXACT)
        .filled("config_ordinal")
        .filter(setting -> setting.value().strip().matches("-?\\d{1,9}"))
        .map(setting -> Integer.parseInt(setting.value().strip()))
        .orElse(usual);
  }

  /** An extension reads YAML; without it nobody does. */
  private boolean readsYaml() {
    return !files.libraries().known() || files.libraries().has("quarkus-config-yaml");
  }

  /** {@code %prod.quarkus.http.port}, and {@code _PROD_QUARKUS_HTTP_PORT}. */
  private static List<Setting> profiled(EffectiveSettings.Layer layer, List<String> profiles) {
    List<Setting> found = new ArrayList<>();
    for (String profile : profiles) {
      String variable =
          "_" + profile.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT) + "_";
      for (Setting setting : layer.settings()) {
        Matcher name = PROFILED.matcher(setting.name());
        if (name.matches() && List.of(name.group(1).split(",", -1)).contains(profile)) {
          found.add(setting.withName(name.group(2)));
        } else if (layer.variables() && setting.name().startsWith(variable)) {
          found.add(setting.withName(setting.name().substring(variable.length())));
        }
      }
    }
    return found;
  }

  private Set<String> mentioned() {
    Set<String> profiles = new TreeSet<>();
    files
        .documents()
        .keySet()
        .forEach(
            file -> {
              Matcher name = FILE.matcher(file);
              if (name.matches() && name.group(2) != null) {
                profiles.add(name.group(2));
              }
            });
    files
        .settings()
        .map(setting -> PROFILED.matcher(setting.name()))
        .filter(Matcher::matches)
        .forEach(name -> profiles.addAll(List.of(name.group(1).split(",", -1))));
    return profiles;
  }
}
