package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds where Spring Boot's Actuator answers probes. Used once. */
final class SpringBootHealth {

  static final String HEALTH = "management.endpoint.health";
  private static final String GROUP = HEALTH + ".group.";
  private static final String BASE = "management.endpoints.web.base-path";
  private static final String MAPPING = "management.endpoints.web.path-mapping.health";
  private static final String PROBES = HEALTH + ".probes.enabled";

  private final EffectiveSettings settings;
  private final SpringVersion version;
  private final Libraries libraries;
  private final SpringPorts ports;
  private final SpringAccess access;
  private final WebStack stack;
  private final String place;
  private final List<PlacedFinding> findings = new ArrayList<>();

  SpringBootHealth(EffectiveSettings settings, Libraries libraries, String place) {
    this.settings = settings;
    this.libraries = libraries;
    this.version = SpringVersion.of(libraries);
    this.stack = stack(settings, libraries);
    this.ports = new SpringPorts(settings, stack);
    this.access = new SpringAccess(settings);
    this.place = place;
  }

  private static WebStack stack(EffectiveSettings settings, Libraries libraries) {
    return settings
        .filled("spring.main.web-application-type")
        .map(
            type ->
                switch (type.value().strip().toLowerCase(Locale.ROOT)) {
                  case "servlet" -> WebStack.SERVLET;
                  case "reactive" -> WebStack.REACTIVE;
                  case "none" -> WebStack.NONE;
                  default -> WebStack.of(libraries);
                })
        .orElseGet(() -> WebStack.of(libraries));
  }

  /** {@return where it answers, and what is wrong} */
  FrameworkEndpoints endpoints() {
    try {
      if (stack == WebStack.NONE) {
        tellOff(
            settings.filled("spring.main.web-application-type"),
            "the application has no web server, so Actuator answers nothing over HTTP.",
            "Add one, or ask the application by exec.");
        return FrameworkEndpoints.none(findings);
      }
      return exists() ? served() : FrameworkEndpoints.none(findings);
    } catch (SettingException unknown) {
      findings.add(unknown.finding());
      return FrameworkEndpoints.none(findings);
    }
  }

  private FrameworkEndpoints served() {
    Map<ProbeKind, List<HealthUrl>> urls = new EnumMap<>(ProbeKind.class);
    Optional<SpringPorts.Server> management = ports.management();
    urls.put(ProbeKind.LIVENESS, urls("liveness", management));
    urls.put(ProbeKind.READINESS, urls("readiness", management));
    List<HealthUrl> all = new ArrayList<>(urls.get(ProbeKind.LIVENESS));
    all.addAll(urls.get(ProbeKind.READINESS));
    urls.put(ProbeKind.STARTUP, all);
    if (all.isEmpty()) {
      tellOff(
          ports.managementOff(),
          "no port answers health.",
          "Give it a port, or set " + HEALTH + ".probes.add-additional-paths=true.");
    } else {
      tellSecurity(all.get(0));
    }
    return new FrameworkEndpoints(urls, findings);
  }

  /** The group's own place first; the whole of health counts for those who ask it. */
  private List<HealthUrl> urls(String group, Optional<SpringPorts.Server> management) {
    if (!hasGroup(group)) {
      return List.of();
    }
    List<HealthUrl> urls = new ArrayList<>();
    management.ifPresent(server -> urls.add(server.url(health() + "/" + group, healthReason())));
    urls.addAll(additional(group, management));
    management.ifPresent(server -> urls.add(server.url(health(), healthReason())));
    return urls;
  }

  /** The path of the whole health endpoint, below what the port puts before it. */
  private String health() {
    String base = ports.path(BASE).map(Setting::value).orElse("");
    boolean isSet = settings.find(BASE).isPresent();
    Optional<Setting> mapping = settings.filled(MAPPING);
    String name = mapping.map(setting -> setting.value().strip()).orElse("health");
    boolean isAllOfAPort = isSet && base.isEmpty() && ports.managementPort().isPresent();
    if (name.equals("/") && !isAllOfAPort) {
      throw new SettingException(
          mapping
              .orElseThrow()
              .finding(
                  FrameworkRules.WRONG,
                  MAPPING + " is /, where Actuator has its own page: Spring Boot does not start.",
                  "Write a name, such as health."));
    }
    return (isSet ? base : "/actuator") + (name.startsWith("/") ? name : "/" + name);
  }

  private Optional<Setting> healthReason() {
    return settings.find(BASE).or(() -> settings.find(MAPPING));
  }

  private boolean hasGroup(String group) {
    boolean configured = settings.below(GROUP + group).isPresent();
    boolean enabled = probesEnabled();
    if (configured) {
      judgeGroup(group, enabled);
    }
    return configured || enabled;
  }

  private void judgeGroup(String group, boolean enabled) {
    List<Setting> include = settings.list(GROUP + group + ".include");
    if (include.isEmpty() && group.equals("liveness")) {
      Setting first = settings.below(GROUP + group).orElseThrow();
      addOnce(
          first.finding(
              FrameworkRules.LIVENESS_GROUP,
              first.name()
                  + " configures the liveness group, and nothing says what it includes: all"
                  + " contributors are in it.",
              "Set " + GROUP + "liveness.include=livenessState."));
    }
    String state = group + "State";
    Optional<Setting> needed =
        include.stream().filter(member -> member.value().equals(state)).findFirst();
    boolean registered =
        settings
            .truth("management.health." + state.toLowerCase(Locale.ROOT) + ".enabled")
            .orElse(false);
    if (needed.isPresent() && !enabled && !registered) {
      throw new SettingException(
          needed
              .get()
              .finding(
                  FrameworkRules.WRONG,
                  needed.get().name()
                      + " includes "
                      + state
                      + ", which is not there while the probes are off: Spring Boot does not"
                      + " start.",
                  "Set " + PROBES + "=true."));
    }
  }

  private List<HealthUrl> additional(String group, Optional<SpringPorts.Server> management) {
    Optional<Setting> switched = settings.filled(HEALTH + ".probes.add-additional-paths");
    if (switched.filter(s -> s.value().strip().equalsIgnoreCase("true")).isPresent()
        && probesEnabled()) {
      String path = group.equals("liveness") ? "/livez" : "/readyz";
      return ports.main().map(server -> List.of(server.url(path, switched))).orElse(List.of());
    }
    Optional<Setting> own = settings.filled(GROUP + group + ".additional-path");
    if (own.isEmpty()) {
      return List.of();
    }
    String value = own.get().value().strip();
    int colon = value.indexOf(':');
    String path = colon < 0 ? value : value.substring(colon + 1);
    path = path.startsWith("/") ? path : "/" + path;
    if (colon < 0 || path.indexOf('/', 1) >= 0) {
      throw new SettingException(
          own.get()
              .finding(
                  FrameworkRules.WRONG,
                  own.get().name()
                      + " is "
                      + FindingWords.quote(value)
                      + "; Spring Boot takes server: or management: with one segment.",
                  "Write server:/" + group + "."));
    }
    boolean onMain = value.startsWith("server:");
    Optional<SpringPorts.Server> server = onMain ? ports.main() : management;
    String whole = path;
    return server.map(port -> List.of(port.url(whole, own))).orElse(List.of());
  }

  /** Whether the groups of the probes are there by themselves. */
  private boolean probesEnabled() {
    Optional<Setting> switched =
        settings
            .find(PROBES)
            .or(
                () ->
                    version == SpringVersion.THREE
                        ? settings.find("management.health.probes.enabled")
                        : Optional.empty());
    if (switched.isEmpty()) {
      return version == SpringVersion.FOUR || onKubernetes();
    }
    String value = switched.get().value().strip().toLowerCase(Locale.ROOT);
    if (!value.equals("true") && !value.equals("false")) {
      tellVersion(switched.get());
      return version == SpringVersion.THREE;
    }
    return value.equals("true");
  }

  private boolean onKubernetes() {
    Optional<Setting> platform = settings.filled("spring.main.cloud-platform");
    boolean known =
        platform
            .map(setting -> setting.value().strip().toLowerCase(Locale.ROOT).replace("-", "_"))
            .map(word -> word.equals("kubernetes") || word.equals("cloud_foundry"))
            .orElse(true);
    if (!known && version == SpringVersion.UNKNOWN) {
      refuseUnknownVersion(platform.orElseThrow());
    }
    return known;
  }

  private void tellVersion(Setting switched) {
    if (version == SpringVersion.UNKNOWN) {
      refuseUnknownVersion(switched);
    }
    addOnce(
        switched.finding(
            FrameworkRules.BY_VERSION,
            switched.name()
                + " is "
                + FindingWords.quote(switched.value())
                + ", which switches the probes on in Spring Boot 3 and off in 4.",
            "Write true or false."));
  }

  private void addOnce(PlacedFinding finding) {
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  private static void refuseUnknownVersion(Setting setting) {
    throw new SettingException(
        setting.finding(
            FrameworkRules.UNCLEAR,
            setting.name()
                + " means something else in Spring Boot 3 than in 4, and nobody knows here which of"
                + " them the application has.",
            "Name the application's jar, whose libraries say it, or write true or false for "
                + PROBES
                + "."));
  }

  /** Whether Actuator's health is on the web at all. */
  private boolean exists() {
    Optional<Setting> hiding = access.hiding();
    if (hiding.isPresent()) {
      tellOff(
          hiding,
          hiding.get().name() + " leaves health out, so Actuator does not answer it.",
          "Add health to management.endpoints.web.exposure.include.");
      return false;
    }
    Optional<Setting> off = access.switchedOff();
    off.ifPresent(
        setting ->
            tellOff(
                off,
                setting.name() + " is " + setting.value() + ", so Actuator does not answer health.",
                "Set " + HEALTH + ".access=read-only."));
    if (off.isEmpty() && !hasGroup("liveness") && !hasGroup("readiness")) {
      tellProbesOff();
      return false;
    }
    return off.isEmpty();
  }

  private void tellProbesOff() {
    Optional<Setting> reason =
        settings
            .find(PROBES)
            .or(() -> settings.find("management.health.probes.enabled"))
            .or(() -> settings.filled("spring.main.cloud-platform"));
    tellOff(
        reason,
        reason
                .map(setting -> setting.name() + " is " + setting.value())
                .orElse("the probes are off")
            + ", so Actuator answers 404 to liveness and readiness.",
        "Set " + PROBES + "=true.");
  }

  private void tellOff(Optional<Setting> because, String message, String remedy) {
    findings.add(
        because
            .map(setting -> setting.finding(FrameworkRules.HEALTH_OFF, message, remedy))
            .orElseGet(
                () ->
                    ManifestPlace.of(place)
                        .finding(
                            FrameworkRules.HEALTH_OFF.finding(FieldPath.ROOT, message, remedy))));
  }

  private void tellSecurity(HealthUrl asked) {
    if (libraries.has("spring-security-web")) {
      findings.add(
          ManifestPlace.of(place)
              .finding(
                  FrameworkRules.HEALTH_SECURED.finding(
                      FieldPath.ROOT,
                      "Spring Security is among the libraries, and nobody knows here whether it"
                          + " lets the kubelet ask "
                          + asked.path()
                          + ".",
                      "Permit it: EndpointRequest.to(HealthEndpoint.class) in the filter chain, and"
                          + " the additional paths by name.")));
    }
  }
}
