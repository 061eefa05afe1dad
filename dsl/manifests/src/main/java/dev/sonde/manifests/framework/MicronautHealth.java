package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds where Micronaut's management answers probes. Used once. */
final class MicronautHealth {

  private static final String SERVER = "micronaut.server.";
  private static final String OLD_SSL = "micronaut.ssl.";
  private static final String ALL = "endpoints.all.";
  private static final String HEALTH = "endpoints.health.";

  private static final Pattern TRUE = Pattern.compile("true|yes|y|on", Pattern.CASE_INSENSITIVE);

  private final MicronautConfiguration configuration;
  private final EffectiveSettings settings;
  private final Libraries libraries;
  private final List<PlacedFinding> findings = new ArrayList<>();

  MicronautHealth(MicronautConfiguration configuration, Libraries libraries) {
    this.configuration = configuration;
    this.settings = configuration.settings();
    this.libraries = libraries;
  }

  /** {@return where it answers, and what is wrong} */
  FrameworkEndpoints endpoints() {
    findings.addAll(configuration.unseen());
    if (isOff()) {
      return FrameworkEndpoints.none(findings);
    }
    refuseListeners();
    LocalAddress.refuse(settings.filled(SERVER + "host"));
    List<HealthUrl> servers = servers();
    Optional<Setting> own = settings.filled(HEALTH + "path");
    Optional<Setting> all = settings.filled(ALL + "path");
    Optional<Setting> prefix = prefix();
    String health =
        path(prefix.map(Setting::value).orElse(""))
            + path(all.map(Setting::value).orElse(""))
            + path(own.map(Setting::value).orElse("health"));
    tellSuccessOfFailure(own, all);
    Optional<Setting> reason = own.or(() -> all).or(() -> prefix);
    Map<ProbeKind, List<HealthUrl>> urls = new EnumMap<>(ProbeKind.class);
    urls.put(ProbeKind.LIVENESS, urls(servers, health, "/liveness", reason));
    urls.put(ProbeKind.READINESS, urls(servers, health, "/readiness", reason));
    List<HealthUrl> startup = new ArrayList<>(urls.get(ProbeKind.LIVENESS));
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

  private boolean isOff() {
    Optional<Setting> off = ofHealthOrAll("enabled").filter(MicronautHealth::isFalse);
    off.ifPresent(setting -> tellOff(setting, "so Micronaut answers 404.", "Take it out."));
    Optional<Setting> sensitive = ofHealthOrAll("sensitive").filter(setting -> !isFalse(setting));
    sensitive.ifPresent(
        setting ->
            tellOff(
                setting, "so the kubelet, which has no credentials, gets 401.", "Take it out."));
    return off.isPresent() || sensitive.isPresent();
  }

  private Optional<Setting> ofHealthOrAll(String name) {
    return settings.find(HEALTH + name).or(() -> settings.find(ALL + name));
  }

  /** As Micronaut reads it: every other word is false. */
  static boolean isFalse(Setting setting) {
    return !TRUE.matcher(setting.value().strip()).matches();
  }

  private void tellOff(Setting setting, String consequence, String remedy) {
    findings.add(
        setting.finding(
            FrameworkRules.HEALTH_OFF,
            setting.name() + " is " + setting.value() + ", " + consequence,
            remedy));
  }

  private void refuseListeners() {
    settings
        .below(SERVER + "netty.listeners")
        .ifPresent(
            listener -> {
              throw new SettingException(
                  listener.finding(
                      FrameworkRules.UNKNOWN,
                      listener.name()
                          + " replaces the ports of the server, and which listener answers health"
                          + " is not read.",
                      "Declare the probes in a document or in code, or set endpoints.all.port."));
            });
  }

  private Optional<Setting> prefix() {
    return settings.filled(ALL + "context-path").or(() -> settings.filled(SERVER + "context-path"));
  }

  private static String path(String written) {
    String path = written.strip();
    path = path.startsWith("/") ? path : "/" + path;
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private List<HealthUrl> servers() {
    Optional<Setting> own = settings.filled(ALL + "port");
    if (own.isPresent()) {
      return List.of(HealthUrl.server(own, 0, Optional.empty()));
    }
    Optional<Setting> tls = ssl("enabled").filter(setting -> !isFalse(setting));
    HealthUrl plain = HealthUrl.server(number(SERVER + "port"), 8080, Optional.empty());
    if (tls.isEmpty()) {
      return List.of(plain);
    }
    refuseTls(tls.get());
    HealthUrl secure = HealthUrl.server(ssl("port"), 8443, tls);
    return settings.find(SERVER + "dual-protocol").filter(on -> !isFalse(on)).isPresent()
        ? List.of(secure, plain)
        : List.of(secure);
  }

  /** By the older name, too. */
  private Optional<Setting> ssl(String name) {
    return settings.filled(SERVER + "ssl." + name).or(() -> settings.filled(OLD_SSL + name));
  }

  private void refuseTls(Setting tls) {
    ssl("client-authentication")
        .filter(word -> word.value().strip().equalsIgnoreCase("need"))
        .ifPresent(
            word -> {
              throw new SettingException(
                  word.finding(
                      FrameworkRules.HEALTH_OFF,
                      word.name() + " is need, and the kubelet has no certificate to show.",
                      "Serve health on a port of its own: endpoints.all.port."));
            });
    boolean hasCertificate =
        ssl("build-self-signed").filter(on -> !isFalse(on)).isPresent()
            || ssl("key-name").isPresent()
            || Stream.of(SERVER + "ssl.key-store", OLD_SSL + "key-store", SERVER + "ssl.key")
                .anyMatch(prefix -> settings.below(prefix).isPresent());
    if (!hasCertificate) {
      throw new SettingException(
          tls.finding(
              FrameworkRules.WRONG,
              tls.name()
                  + " is "
                  + tls.value()
                  + ", and no certificate is set: nobody is answered.",
              "Set micronaut.server.ssl.key-store.path, or leave TLS off."));
    }
  }

  /** Micronaut takes no empty value for a number. */
  private Optional<Setting> number(String key) {
    return settings
        .find(key)
        .map(
            setting -> {
              if (setting.value().isBlank()) {
                throw new SettingException(
                    setting.finding(
                        FrameworkRules.WRONG,
                        setting.name() + " is empty, and Micronaut does not start.",
                        "Write a value, or take it out."));
              }
              return setting;
            });
  }

  /** The filter that sets the status is bound by other settings than the route. */
  private void tellSuccessOfFailure(Optional<Setting> own, Optional<Setting> all) {
    Optional<Setting> id = settings.filled(HEALTH + "id");
    String answered = path(own.map(Setting::value).orElse("health"));
    if (!answered.equals("/" + id.map(Setting::value).orElse("health"))) {
      tellSuccess(
          own.or(() -> id).orElseThrow(),
          own.isPresent()
              ? "Set endpoints.health.id to the same, or leave the path."
              : "Take it out, or set endpoints.health.path to the same.");
      return;
    }
    settings
        .filled(ALL + "context-path")
        .filter(prefix -> !path(prefix.value()).isEmpty())
        .or(() -> all.filter(this::isWrittenOtherwise))
        .ifPresent(
            setting ->
                tellSuccess(
                    setting,
                    "Leave the path, or let endpoints.all.path begin and end with a slash."));
  }

  /** The filter takes the text as it is, and the route takes it for a path; not so in 5. */
  private boolean isWrittenOtherwise(Setting all) {
    boolean isFive =
        libraries.version("micronaut-management").filter(v -> v.startsWith("5.")).isPresent();
    return !isFive && !all.value().strip().equals(path(all.value()) + "/");
  }

  private void tellSuccess(Setting setting, String remedy) {
    findings.add(
        setting.finding(
            FrameworkRules.HEALTH_STATUS,
            setting.name()
                + " is "
                + setting.value()
                + "; Micronaut answers with status 200 also when health is DOWN, which is success to"
                + " the kubelet.",
            remedy));
  }
}
