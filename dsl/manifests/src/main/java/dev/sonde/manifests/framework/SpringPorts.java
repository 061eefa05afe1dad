package dev.sonde.manifests.framework;

import dev.sonde.rules.FindingWords;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * On which ports a Spring Boot application serves, and below which paths.
 *
 * @param settings what counts
 * @param stack what it serves with
 */
record SpringPorts(EffectiveSettings settings, WebStack stack) {

  static final String MAIN = "server.port";
  static final String MANAGEMENT = "management.server.port";
  private static final int USUAL = 8080;

  /**
   * Where the kubelet can ask.
   *
   * @param https whether by TLS
   * @param number the port
   * @param prefix what is before all paths
   * @param because which settings made it so, by field of a handler
   */
  record Server(boolean https, int number, String prefix, Map<String, String> because) {

    Server {
      because = Map.copyOf(because);
    }

    /** What is answered below the prefix. */
    HealthUrl url(String path, Optional<Setting> reason) {
      Map<String, String> all = new HashMap<>(because);
      reason.ifPresent(setting -> all.put(HealthUrl.PATH, setting.text()));
      return new HealthUrl(https, number, prefix + path, all);
    }
  }

  /** {@return the application's own port; none if it has no listener} */
  Optional<Server> main() {
    Optional<Setting> port = settings.filled(MAIN);
    int number = port.map(EffectiveSettings::port).orElse(USUAL);
    if (number == 0) {
      throw HealthUrl.random(port.orElseThrow());
    }
    if (number < 0) {
      return Optional.empty();
    }
    refuseLocal("server.address");
    Map<String, String> because = new HashMap<>();
    port.ifPresent(setting -> because.put(HealthUrl.PORT, setting.text()));
    Optional<Setting> tls = tls("server.ssl");
    tls.ifPresent(setting -> because.put(HealthUrl.SCHEME, setting.text()));
    List<Setting> prefixes = prefixes();
    prefixes.stream().findFirst().ifPresent(p -> because.put(HealthUrl.PATH, p.text()));
    String prefix = prefixes.stream().map(Setting::value).reduce("", String::concat);
    return Optional.of(new Server(tls.isPresent(), number, prefix, because));
  }

  /** {@return where management is served: the main port, another one, or none} */
  Optional<Server> management() {
    Optional<Setting> port = managementPort();
    if (port.isEmpty()) {
      refuseOnMainPort();
      return main();
    }
    int number = EffectiveSettings.port(port.get());
    if (number < 0) {
      return Optional.empty();
    }
    if (number == 0) {
      throw HealthUrl.random(port.get());
    }
    refuseLocal("management.server.address");
    Map<String, String> because = new HashMap<>();
    because.put(HealthUrl.PORT, port.get().text());
    Optional<Setting> own = settings.below("management.server.ssl");
    Optional<Setting> tls = own.isPresent() ? tls("management.server.ssl") : tls("server.ssl");
    tls.ifPresent(setting -> because.put(HealthUrl.SCHEME, setting.text()));
    Optional<Setting> prefix =
        settings.filled("management.server.base-path").flatMap(SpringPorts::slashed);
    prefix.ifPresent(setting -> because.put(HealthUrl.PATH, setting.text()));
    return Optional.of(
        new Server(tls.isPresent(), number, prefix.map(Setting::value).orElse(""), because));
  }

  /** {@return the setting of a port that is not the application's own} */
  Optional<Setting> managementPort() {
    Optional<Setting> management = settings.filled(MANAGEMENT);
    return management.filter(
        setting -> {
          int number = EffectiveSettings.port(setting);
          return number <= 0 || mainNumber().orElse(0) != number;
        });
  }

  private OptionalInt mainNumber() {
    return OptionalInt.of(settings.filled(MAIN).map(EffectiveSettings::port).orElse(USUAL));
  }

  /** {@return the setting because of which management is on no port} */
  Optional<Setting> managementOff() {
    return settings.filled(MANAGEMENT).filter(setting -> EffectiveSettings.port(setting) < 0);
  }

  private void refuseLocal(String key) {
    LocalAddress.refuse(settings.filled(key));
  }

  private void refuseOnMainPort() {
    Optional<Setting> address = settings.filled("management.server.address");
    Optional<Setting> tls = tls("management.server.ssl");
    address
        .or(() -> tls)
        .ifPresent(
            setting -> {
              throw new SettingException(
                  setting.finding(
                      FrameworkRules.WRONG,
                      setting.name()
                          + " is set, and management is on the application's own port: Spring Boot"
                          + " does not start.",
                      "Set management.server.port to another port, or leave it out."));
            });
  }

  /** {@return the setting by which a port speaks TLS, if it does} */
  private Optional<Setting> tls(String prefix) {
    boolean off = settings.truth(prefix + ".enabled").filter(on -> !on).isPresent();
    Optional<Setting> first = off ? Optional.empty() : settings.below(prefix);
    if (first.isPresent()) {
      refuseWithoutCertificate(prefix, first.get());
      settings
          .filled(prefix + ".client-auth")
          .filter(auth -> auth.value().equalsIgnoreCase("need"))
          .ifPresent(
              auth -> {
                throw new SettingException(
                    auth.finding(
                        FrameworkRules.HEALTH_OFF,
                        auth.name() + " is need, and the kubelet has no certificate to show.",
                        "Serve health on another port: management.server.port, with"
                            + " management.server.ssl.enabled=false."));
              });
    }
    return first;
  }

  /** Tomcat and Jetty do not start then; what Netty does was not tried. */
  private void refuseWithoutCertificate(String prefix, Setting first) {
    boolean isThere =
        Stream.of("bundle", "key-store", "key-store-type", "certificate")
            .anyMatch(name -> settings.filled(prefix + "." + name).isPresent());
    if (!isThere && stack == WebStack.SERVLET) {
      throw new SettingException(
          first.finding(
              FrameworkRules.WRONG,
              first.name()
                  + " makes the port speak TLS, and nothing says with which certificate: Spring Boot"
                  + " does not start.",
              "Set " + prefix + ".bundle, or " + prefix + ".enabled=false."));
    }
  }

  private List<Setting> prefixes() {
    Optional<Setting> context = path("server.servlet.context-path");
    Optional<Setting> servlet = path("spring.mvc.servlet.path");
    Optional<Setting> reactive = path("spring.webflux.base-path");
    WebStack known = stack();
    List<Setting> prefixes = new ArrayList<>();
    if (known == WebStack.REACTIVE) {
      reactive.ifPresent(prefixes::add);
    } else {
      context.ifPresent(prefixes::add);
      servlet.ifPresent(prefixes::add);
    }
    if (known == WebStack.UNKNOWN) {
      context.or(() -> servlet).or(() -> reactive).ifPresent(this::refuseUnknownStack);
    }
    return prefixes;
  }

  private void refuseUnknownStack(Setting prefix) {
    throw new SettingException(
        prefix.finding(
            FrameworkRules.UNCLEAR,
            prefix.name()
                + " counts either with servlets or with WebFlux, and nobody knows here which of"
                + " them the application has.",
            "Name the application's jar, whose libraries say it, or set"
                + " spring.main.web-application-type."));
  }

  /** {@return a path without a slash at its end; nothing for the root} */
  Optional<Setting> path(String key) {
    return settings
        .filled(key)
        .map(
            setting -> {
              String path = setting.value().strip();
              if (!path.startsWith("/")) {
                throw new SettingException(
                    setting.finding(
                        FrameworkRules.WRONG,
                        setting.name()
                            + " is "
                            + FindingWords.quote(path)
                            + "; Spring Boot does not start, for it does not begin with a slash.",
                        "Write " + FindingWords.quote("/" + path) + "."));
              }
              return setting;
            })
        .flatMap(SpringPorts::slashed);
  }

  /** With a slash at its beginning and none at its end. */
  private static Optional<Setting> slashed(Setting setting) {
    String path = setting.value().strip();
    if (path.contains("//")) {
      throw new SettingException(
          setting.finding(
              FrameworkRules.HEALTH_OFF,
              setting.name()
                  + " is "
                  + FindingWords.quote(path)
                  + ", and Spring Boot answers 404 below an empty segment.",
              "Write one slash in its place."));
    }
    String whole = path.startsWith("/") ? path : "/" + path;
    return Optional.of(whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole)
        .filter(cut -> !cut.isEmpty())
        .map(setting::withValue);
  }
}
