package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds where Helidon's observability answers probes. Used once. */
final class HelidonHealth {

  private static final String FEATURES = "server.features";
  private static final String MP_HEALTH = "health";
  private static final String MAIN = "@default";

  /** {@code ${port:8080}}, which MicroProfile Config knows and Helidon SE does not. */
  private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{[^}]*:");

  private final HelidonConfiguration configuration;
  private final EffectiveSettings settings;
  private final boolean microProfile;
  private final HelidonProviders providers;
  private final List<PlacedFinding> findings = new ArrayList<>();
  private String observe = FEATURES + ".observe";
  private String observers = observe + ".observers";
  private String health = observers + ".health";

  HelidonHealth(HelidonConfiguration configuration, boolean microProfile) {
    this.configuration = configuration;
    this.settings = configuration.settings();
    this.microProfile = microProfile;
    this.providers = new HelidonProviders(settings, microProfile);
  }

  /** {@return where it answers, and what is wrong} */
  FrameworkEndpoints endpoints() {
    findings.addAll(configuration.unseen());
    observe = providers.prefix(FEATURES, "observe");
    observers = observe + ".observers";
    health = providers.prefix(observers, "health");
    Optional<Setting> own =
        filled(MP_HEALTH + ".endpoint")
            .filter(setting -> microProfile)
            .or(() -> filled(health + ".endpoint"));
    if (isOff() || isCut(own)) {
      return FrameworkEndpoints.none(findings);
    }
    Optional<Setting> root = filled(observe + ".endpoint");
    String usual = microProfile ? "/health" : "health";
    String path =
        below(root.map(Setting::value).orElse("observe"), own.map(Setting::value).orElse(usual));
    Optional<Setting> reason = own.or(() -> microProfile ? Optional.empty() : root);
    List<HealthUrl> servers = sockets().stream().map(this::socket).toList();
    tellRefusal();
    Map<ProbeKind, List<HealthUrl>> urls = new EnumMap<>(ProbeKind.class);
    urls.put(ProbeKind.LIVENESS, urls(servers, path, "/live", reason));
    urls.put(ProbeKind.READINESS, urls(servers, path, "/ready", reason));
    List<HealthUrl> startup = new ArrayList<>(urls(servers, path, "/started", reason));
    startup.addAll(urls.get(ProbeKind.LIVENESS));
    startup.addAll(urls.get(ProbeKind.READINESS));
    urls.put(ProbeKind.STARTUP, startup);
    return new FrameworkEndpoints(urls, findings);
  }

  private static List<HealthUrl> urls(
      List<HealthUrl> servers, String health, String kind, Optional<Setting> reason) {
    List<HealthUrl> urls = new ArrayList<>();
    servers.forEach(server -> urls.add(server.at(health + kind, reason)));
    servers.forEach(server -> urls.add(server.at(health, reason)));
    return urls;
  }

  private Optional<Setting> filled(String key) {
    settings
        .written(key)
        .filter(setting -> !microProfile && WITH_DEFAULT.matcher(setting.value()).find())
        .ifPresent(
            setting -> {
              throw new SettingException(
                  setting.finding(
                      FrameworkRules.WRONG,
                      setting.name()
                          + " is "
                          + setting.value()
                          + ", and Helidon SE knows no default in a placeholder.",
                      "Write the value, and let a variable of the container count over it."));
            });
    return settings.filled(key);
  }

  private boolean isOff() {
    Optional<Setting> off =
        falseOf(observe + ".enabled")
            .or(
                () ->
                    microProfile && filled(MP_HEALTH + ".enabled").isPresent()
                        ? falseOf(MP_HEALTH + ".enabled")
                        : falseOf(health + ".enabled"))
            .or(() -> unfound(FEATURES + "-discover-services", observe))
            .or(() -> unfound(observers + "-discover-services", health));
    off.ifPresent(
        setting ->
            tellOff(
                setting,
                "so Helidon answers " + (microProfile ? "503." : "404."),
                "Take it out, or set it to true."));
    return off.isPresent();
  }

  /** Every other word than true is false. */
  private Optional<Setting> falseOf(String key) {
    return filled(key).filter(setting -> !setting.value().strip().equalsIgnoreCase("true"));
  }

  /** What is not looked for is there only if it is configured; Helidon MP adds it by itself. */
  private Optional<Setting> unfound(String key, String configured) {
    return falseOf(key).filter(setting -> !microProfile && settings.below(configured).isEmpty());
  }

  private boolean isCut(Optional<Setting> own) {
    Optional<Setting> cut = own.filter(setting -> setting.value().strip().endsWith("/"));
    cut.ifPresent(
        setting ->
            tellOff(
                setting,
                "and Helidon answers 404 below a path that ends with a slash.",
                "Take the slash off."));
    return cut.isPresent();
  }

  private void tellOff(Setting setting, String consequence, String remedy) {
    findings.add(
        setting.finding(
            FrameworkRules.HEALTH_OFF,
            setting.name() + " is " + setting.value() + ", " + consequence,
            remedy));
  }

  /** A path that begins with a slash stands alone. */
  private static String below(String root, String path) {
    String stripped = path.strip();
    if (stripped.startsWith("/")) {
      return stripped;
    }
    String above = root.strip().replaceFirst("^/*", "/").replaceFirst("/+$", "");
    return above + "/" + stripped;
  }

  /** The names of the sockets that health is on. */
  private List<Setting> sockets() {
    String key = observe + ".sockets";
    Optional<Setting> whole = filled(key);
    if (whole.isPresent()) {
      return Stream.of(whole.get().value().split(","))
          .map(name -> whole.get().withValue(name.strip()))
          .toList();
    }
    List<Setting> names = new ArrayList<>();
    for (int i = 0; filled(key + "." + i).isPresent(); i++) {
      names.add(filled(key + "." + i).get());
    }
    return names.isEmpty()
        ? List.of(new Setting(key, MAIN, ManifestPlace.of(configuration.shown())))
        : names;
  }

  private HealthUrl socket(Setting name) {
    if (name.value().equals(MAIN)) {
      return server("server");
    }
    for (int i = 0; settings.below("server.sockets." + i).isPresent(); i++) {
      String prefix = "server.sockets." + i;
      if (filled(prefix + ".name").filter(n -> n.value().equals(name.value())).isPresent()) {
        return server(prefix);
      }
    }
    String prefix = "server.sockets." + name.value();
    if (settings.below(prefix).isPresent()) {
      return server(prefix);
    }
    throw new SettingException(
        name.finding(
            FrameworkRules.WRONG,
            name.name() + " is " + name.value() + ", and server.sockets has no such socket.",
            "Name one that is there, or leave it out."));
  }

  private HealthUrl server(String prefix) {
    LocalAddress.refuse(filled(prefix + ".host"));
    Optional<Setting> port = filled(prefix + ".port");
    boolean hasUsual = microProfile && prefix.equals("server");
    int number = port.map(EffectiveSettings::port).orElse(hasUsual ? 7001 : 0);
    if (number <= 0) {
      throw new SettingException(withoutPort(prefix, port));
    }
    Optional<Setting> tls =
        settings.below(prefix + ".tls").filter(any -> falseOf(prefix + ".tls.enabled").isEmpty());
    tls.flatMap(any -> filled(prefix + ".tls.client-auth"))
        .filter(auth -> auth.value().strip().equalsIgnoreCase("required"))
        .ifPresent(
            auth -> {
              throw new SettingException(
                  auth.finding(
                      FrameworkRules.HEALTH_OFF,
                      auth.name() + " is " + auth.value() + ", and the kubelet has no certificate.",
                      "Serve health on a socket of its own: " + observe + ".sockets."));
            });
    return HealthUrl.server(port, number, tls);
  }

  private PlacedFinding withoutPort(String prefix, Optional<Setting> port) {
    String remedy = "Give it a number where the application runs in a pod.";
    return port.map(
            setting ->
                setting.finding(
                    FrameworkRules.UNKNOWN,
                    setting.name()
                        + " is "
                        + setting.value()
                        + ", so each start takes another port.",
                    remedy))
        .orElseGet(
            () ->
                ManifestPlace.of(configuration.shown())
                    .finding(
                        FrameworkRules.UNKNOWN.finding(
                            FieldPath.of(prefix + ".port"),
                            prefix
                                + ".port is not set; unless code sets it, each start takes another"
                                + " port.",
                            remedy)));
  }

  /** At SIGTERM the port closes at once, unless code closes it in the place of SE's own hook. */
  private void tellRefusal() {
    if (!microProfile && falseOf("server.shutdown-hook").isPresent()) {
      return;
    }
    String remedy = "Let the container sleep in preStop";
    findings.add(
        ManifestPlace.of(configuration.shown())
            .finding(
                FrameworkRules.SHUTDOWN_REFUSES.finding(
                    FieldPath.ROOT,
                    "Helidon closes its port at once at SIGTERM, before readiness turns.",
                    microProfile
                        ? remedy + "."
                        : remedy
                            + ", or set server.shutdown-hook=false and stop the server in code:"
                            + " HealthServer.builder(…).stopping(server::stop).")));
  }
}
