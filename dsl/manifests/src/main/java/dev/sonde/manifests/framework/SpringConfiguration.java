package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the settings of a Spring Boot application over each other, by its active profiles. */
final class SpringConfiguration {

  private static final Pattern FILE =
      Pattern.compile("(config/)?application(?:-([^/]+))?\\.(properties|ya?ml)");

  /** Where Spring Boot looks for files if nobody says otherwise. */
  private static final Pattern DEFAULT_PLACE = Pattern.compile("(optional:)?classpath:/?(;.*)?");

  private static final String ACTIVE = "spring.profiles.active";
  static final String ON_PROFILE = "spring.config.activate.on-profile";
  private static final String ON_PLATFORM = "spring.config.activate.on-cloud-platform";
  static final String PLATFORM = "spring.main.cloud-platform";
  private static final String JSON = "spring.application.json";

  /** Where a setting lets Spring Boot read more than was looked at. */
  private static final List<String> ELSEWHERE =
      List.of(
          "spring.config.import", "spring.config.location", "spring.config.additional-location");

  private final ApplicationFiles files;
  private final ContainerSettings container;
  private final Optional<String> environment;
  private final List<EffectiveSettings.Layer> outside;
  private final EffectiveSettings groups;

  SpringConfiguration(
      ApplicationFiles files, ContainerSettings container, Optional<String> environment) {
    this.files = files;
    this.container = container;
    this.environment = environment;
    this.outside = outside(container);
    List<EffectiveSettings.Layer> all = new ArrayList<>();
    addFiles(Optional.empty(), document -> true, all);
    this.groups = over(all);
  }

  /** What counts more than the files, what counts most first. */
  private static List<EffectiveSettings.Layer> outside(ContainerSettings container) {
    List<EffectiveSettings.Layer> layers = new ArrayList<>();
    layers.add(new EffectiveSettings.Layer(joined(container.arguments()), false));
    layers.add(new EffectiveSettings.Layer(container.properties(), false));
    layers.add(new EffectiveSettings.Layer(container.variables(), true));
    new EffectiveSettings(layers, SettingNames.RELAXED)
        .written(JSON)
        .filter(json -> json.hidden().isEmpty())
        .ifPresent(json -> layers.add(1, YamlSettings.layer(json)));
    return layers;
  }

  /** An argument that is there more than once has all of its values, with commas between them. */
  private static List<Setting> joined(List<Setting> arguments) {
    Map<String, Setting> joined = new LinkedHashMap<>();
    arguments.forEach(
        argument ->
            joined.merge(
                argument.name(),
                argument,
                (one, other) -> one.withValue(one.value() + "," + other.value())));
    return List.copyOf(joined.values());
  }

  /**
   * {@return what counts}
   *
   * @throws SettingException if nobody knows the profiles, or there is none of that name
   */
  EffectiveSettings settings() {
    EffectiveSettings basic = settings(Set.of(), false);
    refuseElsewhere(basic);
    Set<String> active = active(basic);
    refuseUnknown();
    List<ConfigurationDocument> profiled = new ArrayList<>();
    active.forEach(profile -> profiled.addAll(documents(Optional.of(profile))));
    ProfileMistakes.refuse(documents(Optional.empty()), profiled, platformOutside().isPresent());
    return settings(active, true);
  }

  /** Files of another name or at another place are read in the place of those that were seen. */
  private static void refuseElsewhere(EffectiveSettings basic) {
    Optional<Setting> location =
        basic.list("spring.config.location").stream()
            .filter(place -> !DEFAULT_PLACE.matcher(place.value()).matches())
            .findFirst()
            .filter(
                any ->
                    basic.words("spring.config.location").stream()
                        .noneMatch(place -> DEFAULT_PLACE.matcher(place).matches()));
    location
        .or(() -> basic.filled("spring.config.name").filter(n -> !n.value().equals("application")))
        .ifPresent(
            setting -> {
              throw new SettingException(
                  setting.finding(
                      FrameworkRules.UNKNOWN,
                      setting.name()
                          + " is "
                          + FindingWords.quote(setting.value())
                          + ", so Spring Boot reads other files than those that were seen.",
                      "Use spring.config.additional-location, or declare the probes in a document or"
                          + " in code."));
            });
  }

  /** What sets more, and was not seen. */
  List<PlacedFinding> unseen(EffectiveSettings settings) {
    List<PlacedFinding> unseen = new ArrayList<>(container.unseen());
    for (String key : ELSEWHERE) {
      settings.list(key).stream()
          .findFirst()
          .map(
              setting ->
                  setting.finding(
                      FrameworkRules.UNSEEN,
                      setting.name()
                          + " is "
                          + FindingWords.quote(setting.value())
                          + ", and what it brings in is not read.",
                      "See that it moves neither port nor path of the health endpoints."))
          .ifPresent(unseen::add);
    }
    settings
        .filled("spring.aot.enabled")
        .filter(setting -> setting.value().strip().equalsIgnoreCase("true"))
        .map(
            setting ->
                setting.finding(
                    FrameworkRules.UNSEEN,
                    setting.name()
                        + " is true, so conditions were decided when the application was built:"
                        + " probes that were off then stay off, and a management port of its own"
                        + " that was not there then does not open.",
                    "See that probes and management.server.port were set for the build."))
        .ifPresent(unseen::add);
    xml().ifPresent(unseen::add);
    files.documents().entrySet().stream()
        .filter(file -> file.getKey().startsWith("bootstrap"))
        .flatMap(file -> file.getValue().stream())
        .flatMap(document -> document.settings().stream())
        .findFirst()
        .map(
            setting ->
                setting.finding(
                    FrameworkRules.UNSEEN,
                    "this file brings in settings of a server, which are not read.",
                    "See that they move neither port nor path of the health endpoints."))
        .ifPresent(unseen::add);
    return unseen;
  }

  private Optional<PlacedFinding> xml() {
    return files.documents().keySet().stream()
        .filter(file -> file.endsWith(".xml"))
        .findFirst()
        .map(
            file ->
                ManifestPlace.of(files.shown() + "/" + file)
                    .finding(
                        FrameworkRules.UNSEEN.finding(
                            FieldPath.ROOT,
                            "this file is XML, which is not read.",
                            "Write its settings as YAML or properties.")));
  }

  private Set<String> active(EffectiveSettings basic) {
    EffectiveSettings fromOutside = new EffectiveSettings(outside, SettingNames.RELAXED);
    List<String> named = fromOutside.words(ACTIVE);
    if (named.isEmpty()) {
      named = environment.map(List::of).orElseGet(() -> basic.words(ACTIVE));
    }
    if (named.isEmpty()) {
      named = basic.words("spring.profiles.default");
    }
    Set<String> active = new LinkedHashSet<>();
    basic.everyWord("spring.profiles.include").forEach(profile -> activate(profile, active));
    named.forEach(profile -> activate(profile, active));
    return active.isEmpty() ? Set.of("default") : active;
  }

  private void activate(String profile, Set<String> active) {
    if (active.add(profile)) {
      group(profile).forEach(member -> activate(member, active));
    }
  }

  private void refuseUnknown() {
    Set<String> known = mentioned();
    environment.filter(wanted -> !group(wanted).isEmpty()).ifPresent(known::add);
    EnvironmentNames.demandKnown(environment, known, files.shown());
  }

  /** The members of a group, which also counts in a document of a profile that is not active. */
  private List<String> group(String profile) {
    return groups.words("spring.profiles.group." + profile);
  }

  private Set<String> mentioned() {
    Set<String> profiles = new LinkedHashSet<>();
    for (Map.Entry<String, List<ConfigurationDocument>> file : files.documents().entrySet()) {
      profileOf(file.getKey()).ifPresent(profiles::add);
    }
    files
        .settings()
        .filter(setting -> isBase(setting.name(), ON_PROFILE))
        .flatMap(setting -> ProfileExpression.profiles(setting.value().replace(",", " ")).stream())
        .forEach(profiles::add);
    return profiles;
  }

  private static boolean isBase(String written, String key) {
    return SettingNames.RELAXED.means(written.replaceAll("\\[\\d+\\]$", ""), key);
  }

  private static Optional<String> profileOf(String file) {
    Matcher name = FILE.matcher(file);
    return name.matches() ? Optional.ofNullable(name.group(2)) : Optional.empty();
  }

  /** Files of profiles count more than plain ones, those in {@code config} more than others. */
  private EffectiveSettings settings(Set<String> active, boolean profilesKnown) {
    List<EffectiveSettings.Layer> layers = new ArrayList<>();
    Predicate<EffectiveSettings.Layer> counts = layer -> counts(layer, active, profilesKnown);
    addFiles(Optional.empty(), counts, layers);
    for (String profile : active) {
      addFiles(Optional.of(profile), counts, layers);
    }
    return over(layers);
  }

  /** What counts most is the last of them, and what is outside counts more. */
  private EffectiveSettings over(List<EffectiveSettings.Layer> layers) {
    Collections.reverse(layers);
    layers.addAll(0, outside);
    return new EffectiveSettings(layers, SettingNames.RELAXED);
  }

  private void addFiles(
      Optional<String> profile,
      Predicate<EffectiveSettings.Layer> counts,
      List<EffectiveSettings.Layer> layers) {
    documents(profile).stream()
        .map(document -> new EffectiveSettings.Layer(document.settings(), false))
        .filter(counts)
        .forEach(layers::add);
  }

  /** Of the files of a profile, or of none; what counts most comes last. */
  private List<ConfigurationDocument> documents(Optional<String> profile) {
    List<ConfigurationDocument> documents = new ArrayList<>();
    for (String folder : List.of("", "config/")) {
      for (String ending : List.of("yaml", "yml", "properties")) {
        String suffix = profile.map(name -> "-" + name).orElse("");
        documents.addAll(
            files
                .documents()
                .getOrDefault(folder + "application" + suffix + "." + ending, List.of()));
      }
    }
    return documents;
  }

  private boolean counts(EffectiveSettings.Layer layer, Set<String> active, boolean profilesKnown) {
    EffectiveSettings document = new EffectiveSettings(List.of(layer), SettingNames.RELAXED);
    List<Setting> profiles = document.list(ON_PROFILE);
    List<Setting> platforms = document.list(ON_PLATFORM);
    boolean fitsProfile =
        profiles.isEmpty()
            || (profilesKnown
                && profiles.stream()
                    .anyMatch(profile -> ProfileExpression.accepts(profile.value(), active)));
    return fitsProfile
        && (platforms.isEmpty()
            || platforms.stream().anyMatch(word -> word.value().equalsIgnoreCase(platform())));
  }

  /** Whoever asks for probes means Kubernetes, unless the configuration says otherwise. */
  private String platform() {
    return platformOutside()
        .or(
            () ->
                documents(Optional.empty()).stream()
                    .flatMap(document -> document.settings().stream())
                    .filter(s -> SettingNames.RELAXED.means(s.name(), PLATFORM))
                    .findFirst())
        .map(Setting::value)
        .orElse("kubernetes");
  }

  private Optional<Setting> platformOutside() {
    return new EffectiveSettings(outside, SettingNames.RELAXED).written(PLATFORM);
  }
}
