package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds where Quarkus' SmallRye Health answers probes. Used once. */
final class QuarkusHealth {

  private static final String HEALTH = "quarkus.smallrye-health.";
  private static final String MANAGEMENT = "quarkus.management.";
  private static final String HTTP = "quarkus.http.";
  private static final String INSECURE = HTTP + "insecure-requests";

  /** Read when the application is built; a container changes nothing by them. */
  private static final List<String> AT_BUILD =
      List.of(
          HTTP + "root-path",
          HTTP + "non-application-root-path",
          HTTP + "ssl.client-auth",
          HEALTH + "enabled",
          HEALTH + "root-path",
          HEALTH + "liveness-path",
          HEALTH + "readiness-path",
          HEALTH + "startup-path",
          HEALTH + "management.enabled",
          MANAGEMENT + "enabled",
          MANAGEMENT + "root-path",
          "quarkus.shutdown.delay-enabled");

  /** What the plain port may do beside TLS. */
  private static final List<String> PLAIN = List.of("enabled", "redirect", "disabled");

  /** The extensions that write manifests with probes. */
  private static final List<String> WRITERS =
      List.of("quarkus-kubernetes", "quarkus-openshift", "quarkus-minikube", "quarkus-kind");

  private final QuarkusConfiguration configuration;
  private final EffectiveSettings built;
  private final EffectiveSettings running;
  private final Libraries libraries;
  private final List<PlacedFinding> findings = new ArrayList<>();

  QuarkusHealth(QuarkusConfiguration configuration, Libraries libraries) {
    this.configuration = configuration;
    this.built = configuration.built();
    this.running = configuration.running();
    this.libraries = libraries;
  }

  /** {@return where it answers, and what is wrong} */
  FrameworkEndpoints endpoints() {
    findings.addAll(configuration.unseen(running));
    AT_BUILD.forEach(this::tellTooLate);
    Optional<Setting> enabled = built.filled(HEALTH + "enabled");
    if (enabled.filter(setting -> !EffectiveSettings.isTrue(setting)).isPresent()) {
      tellOff(enabled.get(), "so Quarkus answers no probes.", "Take it out.");
      return FrameworkEndpoints.none(findings);
    }
    boolean hasManagement = built.truth(MANAGEMENT + "enabled").orElse(false);
    boolean isThere = built.truth(HEALTH + "management.enabled").orElse(true);
    List<HealthUrl> servers =
        hasManagement && isThere ? List.of(managementServer()) : mainServers();
    tellDeadPorts(hasManagement && !isThere);
    configuration.refusal(built, running).ifPresent(findings::add);
    Map<ProbeKind, List<HealthUrl>> urls = new EnumMap<>(ProbeKind.class);
    if (!servers.isEmpty()) {
      Optional<Setting> rootSetting = built.filled(HEALTH + "root-path");
      String health =
          below(
              hasManagement && isThere ? managementRoot() : mainRoot(),
              rootSetting.map(Setting::value).orElse("health"));
      urls.put(ProbeKind.LIVENESS, urls(servers, health, "liveness", "live"));
      urls.put(ProbeKind.READINESS, urls(servers, health, "readiness", "ready"));
      List<HealthUrl> startup = new ArrayList<>(urls(servers, health, "startup", "started"));
      startup.addAll(urls.get(ProbeKind.LIVENESS));
      startup.addAll(urls.get(ProbeKind.READINESS));
      urls.put(ProbeKind.STARTUP, startup);
    }
    return new FrameworkEndpoints(urls, findings);
  }

  private List<HealthUrl> urls(List<HealthUrl> servers, String health, String kind, String usual) {
    Optional<Setting> own = built.filled(HEALTH + kind + "-path");
    String path = below(health, own.map(Setting::value).orElse(usual));
    List<HealthUrl> urls = new ArrayList<>();
    servers.forEach(server -> urls.add(server.at(path, own.or(this::pathReason))));
    servers.forEach(server -> urls.add(server.at(health, pathReason())));
    return urls;
  }

  private Optional<Setting> pathReason() {
    return built
        .filled(HEALTH + "root-path")
        .or(() -> built.filled(HTTP + "non-application-root-path"))
        .or(() -> built.filled(HTTP + "root-path"))
        .or(() -> built.filled(MANAGEMENT + "root-path"));
  }

  private String mainRoot() {
    String root = below("", built.filled(HTTP + "root-path").map(Setting::value).orElse("/"));
    return below(
        root, built.filled(HTTP + "non-application-root-path").map(Setting::value).orElse("q"));
  }

  private String managementRoot() {
    return below("", built.filled(MANAGEMENT + "root-path").map(Setting::value).orElse("/q"));
  }

  /** A path that begins with a slash stands alone. */
  private static String below(String root, String path) {
    String stripped = path.strip();
    String whole = stripped.startsWith("/") ? stripped : root + "/" + stripped;
    return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
  }

  private HealthUrl managementServer() {
    refuseHidden(MANAGEMENT);
    Optional<Setting> tls =
        running
            .below(MANAGEMENT + "ssl.certificate")
            .or(() -> running.filled(MANAGEMENT + "tls-configuration-name"));
    return server(MANAGEMENT + "port", 9000, tls);
  }

  /** Plain HTTP, and HTTPS where there is a certificate. */
  private List<HealthUrl> mainServers() {
    refuseHidden(HTTP);
    Optional<Setting> clientAuth =
        built
            .filled(HTTP + "ssl.client-auth")
            .filter(auth -> auth.value().equalsIgnoreCase("required"));
    Optional<Setting> insecure = running.filled(INSECURE);
    String plain =
        insecure
            .map(setting -> setting.value().strip().toLowerCase(Locale.ROOT))
            .orElse(clientAuth.isPresent() ? "disabled" : "enabled");
    insecure.filter(setting -> !PLAIN.contains(plain)).ifPresent(QuarkusHealth::refuseWord);
    if (clientAuth.isPresent() && !plain.equals("enabled")) {
      tellOff(
          clientAuth.get(),
          "and the kubelet has no certificate to show.",
          "Serve health on the management port: quarkus.management.enabled=true.");
      return List.of();
    }
    Optional<Setting> certificate =
        running
            .below(HTTP + "ssl.certificate")
            .or(() -> running.filled(HTTP + "tls-configuration-name"))
            .or(() -> running.below("quarkus.tls.key-store"));
    List<HealthUrl> servers = new ArrayList<>();
    if (!plain.equals("disabled")) {
      servers.add(server(HTTP + "port", 8080, Optional.empty()));
    }
    if (certificate.isPresent() && clientAuth.isEmpty()) {
      int index = plain.equals("enabled") ? servers.size() : 0;
      servers.add(index, server(HTTP + "ssl-port", 8443, insecure.or(() -> certificate)));
    }
    if (servers.isEmpty()) {
      tellOff(
          insecure.orElseThrow(),
          "and there is no certificate, so no port is open.",
          "Configure one, or leave the setting out.");
    }
    return servers;
  }

  private static void refuseWord(Setting insecure) {
    throw new SettingException(
        insecure.finding(
            FrameworkRules.WRONG,
            insecure.name() + " is " + insecure.value() + ", and Quarkus does not start.",
            "Write enabled, redirect or disabled."));
  }

  private HealthUrl server(String key, int usual, Optional<Setting> tls) {
    refuseEmpty(key);
    return HealthUrl.server(running.filled(key), usual, tls);
  }

  /** Quarkus takes no empty value for what has a default. */
  private void refuseEmpty(String key) {
    running
        .find(key)
        .filter(setting -> setting.value().isBlank())
        .ifPresent(
            setting -> {
              throw new SettingException(
                  setting.finding(
                      FrameworkRules.WRONG,
                      setting.name() + " is empty, and Quarkus does not start.",
                      "Write a value, or take it out."));
            });
  }

  private void refuseHidden(String server) {
    refuseEmpty(server + "host");
    LocalAddress.refuse(running.filled(server + "host"));
    running
        .filled(server + "host-enabled")
        .filter(setting -> !EffectiveSettings.isTrue(setting))
        .ifPresent(
            setting -> {
              throw new SettingException(
                  setting.finding(
                      FrameworkRules.HEALTH_OFF,
                      setting.name() + " is false, so Quarkus opens no port.",
                      "Leave it out where the kubelet asks over HTTP."));
            });
  }

  private void tellTooLate(String key) {
    configuration
        .ofContainer(key)
        .map(
            setting ->
                setting.finding(
                    FrameworkRules.AT_BUILD,
                    setting.name()
                        + " is read when Quarkus builds the application; in a container it changes"
                        + " nothing, and Quarkus may not say so.",
                    "Write " + key + " into application.properties, and take it out here."))
        .ifPresent(findings::add);
  }

  /** Quarkus' own manifests take ports from settings that do not decide. */
  private void tellDeadPorts(boolean managementIsEmpty) {
    if (WRITERS.stream().noneMatch(libraries::has)
        || built.below("quarkus.kubernetes.liveness-probe").isPresent()) {
      return;
    }
    if (managementIsEmpty) {
      tellDead(
          built.filled(HEALTH + "management.enabled").orElseThrow(),
          "the management port, where nothing listens");
    }
    running
        .filled(INSECURE)
        .filter(setting -> setting.value().strip().equalsIgnoreCase("disabled"))
        .ifPresent(setting -> tellDead(setting, "the plain port, which is not open"));
    for (String key : List.of(HTTP + "port", MANAGEMENT + "port")) {
      configuration
          .ofContainer(key)
          .ifPresent(setting -> tellDead(setting, "the port that is known when it is built"));
    }
  }

  private void tellDead(Setting setting, String asked) {
    findings.add(
        setting.finding(
            FrameworkRules.GENERATED_PORT,
            "because of "
                + setting.name()
                + " the probes that Quarkus itself writes into manifests ask "
                + asked
                + ".",
            "Set quarkus.kubernetes.liveness-probe.http-action-port and its like, or keep the"
                + " manifest by hand and merge into it."));
  }

  private void tellOff(Setting setting, String consequence, String remedy) {
    findings.add(
        setting.finding(
            FrameworkRules.HEALTH_OFF,
            setting.name() + " is " + setting.value() + ", " + consequence,
            remedy));
  }
}
