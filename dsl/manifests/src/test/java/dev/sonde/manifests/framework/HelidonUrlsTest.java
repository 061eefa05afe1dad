package dev.sonde.manifests.framework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.model.ProbeKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Settings of Helidon and where liveness answers then, each as it was seen with a running
 * application of SE 4.5 and of MP 4.2.
 */
class HelidonUrlsTest {

  private static final Libraries SE =
      new Libraries(
          Map.of("helidon-webserver", "4.5.0", "helidon-webserver-observe-health", "4.5.0"));
  private static final Libraries MP =
      new Libraries(
          Map.of(
              "helidon-webserver", "4.2.6",
              "helidon-webserver-observe-health", "4.2.6",
              "helidon-microprofile-health", "4.2.6"));

  @TempDir Path classes;

  /** P is server.port, O is server.features.observe. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P=8080 | 8080/observe/health/live",
        "P=8080;O.endpoint=/manage | 8080/manage/health/live",
        "P=8080;O.endpoint=manage/ | 8080/manage/health/live",
        "P=8080;O.endpoint=/ | 8080/health/live",
        "P=8080;O.observers.health.endpoint=hz | 8080/observe/hz/live",
        "P=8080;O.observers.health.endpoint=/hz;O.endpoint=/manage | 8080/hz/live",
        "P=8080;O.observers.health.endpoint=hz;O.endpoint=/manage | 8080/manage/hz/live",
        "P=8080;O.observers.health.endpoint=hz/ | [health-off]",
        "P=8080;O.observers.health.details=true | 8080/observe/health/live",
        "P=8080;health.endpoint=/hz | 8080/observe/health/live",
        "P=8080;O.enabled=false | [health-off]",
        "P=8080;O.observers.health.enabled=no | [health-off]",
        "P=8080;O.observers.health.enabled=TRUE | 8080/observe/health/live",
        "P=8080;server.features-discover-services=false | [health-off]",
        "P=8080;server.features-discover-services=false;O.enabled=true |"
            + " 8080/observe/health/live",
        "P=8080;O.observers-discover-services=false | [health-off]",
        "P=8080;O.observers-discover-services=false;O.observers.health.enabled=true |"
            + " 8080/observe/health/live",
        "P=8080;O.sockets=a;server.sockets.0.name=a;server.sockets.0.port=9000 |"
            + " 9000/observe/health/live",
        "P=8080;O.sockets.0=a;server.sockets.a.port=9000 | 9000/observe/health/live",
        "P=8080;O.sockets=@default,a;server.sockets.0.name=a;server.sockets.0.port=9000 |"
            + " 8080/observe/health/live 9000/observe/health/live",
        "P=8080;server.sockets.0.name=a;server.sockets.0.port=9000 | 8080/observe/health/live",
        "P=8080;O.sockets=nobody | [setting-wrong]",
        "P=8080;O.sockets=a;server.sockets.0.name=a | [setting-unknown]",
        "P=8080;F.0.type=observe | 8080/observe/health/live",
        "P=8080;F.0.type=observe;F.0.endpoint=/manage | 8080/manage/health/live",
        "P=8080;F.0.type=context;F.1.type=observe;F.1.name=mine;F.1.endpoint=/m |"
            + " 8080/m/health/live",
        "P=8080;F.0.type=observe;F.0.endpoint=/manage;F.1.type=observe;F.1.endpoint=/other |"
            + " 8080/manage/health/live",
        "P=8080;F.0.type=observe;F.0.enabled=false | [health-off]",
        "P=8080;server.features-discover-services=false;F.0.type=observe |"
            + " 8080/observe/health/live",
        "P=8080;F.0.type=observe;F.0.sockets=a;server.sockets.0.name=a;server.sockets.0.port=9000 |"
            + " 9000/observe/health/live",
        "P=8080;F.0.endpoint=/manage | [setting-wrong]",
        "P=8080;F.0.name=observe;F.0.endpoint=/manage | [setting-wrong]",
        "P=8080;F.0.type=observe;F.0.endpoint=/m;F.0.observers.0.type=health;"
            + "F.0.observers.0.endpoint=hz | 8080/m/hz/live",
        "P=8080;O.observers.0.type=health;O.observers.0.endpoint=hz | 8080/observe/hz/live",
        "P=8080;O.observers.0.type=health;O.observers.0.enabled=false | [health-off]",
        "P=8080;O.observers.mine.type=health | [setting-unknown]",
        "P=8080;server.features.mine.type=observe | [setting-unknown]",
        "P=8080;server.tls.private-key.pem.key.resource.path=k.pem |"
            + " https 8080/observe/health/live",
        "P=8080;server.tls.enabled=false;server.tls.trust-all=true | 8080/observe/health/live",
        "P=8080;server.tls.client-auth=REQUIRED | [health-off]",
        "P=8080;server.host=localhost | [health-off]",
        "P=${mine};mine=8080 | 8080/observe/health/live",
        "P=${nowhere:8080} | [setting-wrong]",
        "P=${nowhere} | [setting-unknown]",
        "P=abc | [setting-wrong]",
        "P=0 | [setting-unknown]",
        "'' | [setting-unknown]",
      })
  void standardEditionAnswersWhereTheRunningApplicationDid(String settings, String expected)
      throws IOException {
    write("application.properties", settings);
    assertThat(said(SE, Optional.empty())).isEqualTo(expected);
  }

  /** HOCON counts alone, if its library is there and no {@code application.yaml}. */
  @ParameterizedTest
  @CsvSource({
    "application.conf, application.properties, true, [setting-unknown]",
    "application.json, application.yml, true, [setting-unknown]",
    "application.conf, application.properties, false, 8080/observe/health/live",
    "application.conf, application.yaml, true, 8080/observe/health/live",
    "application.json, application.yaml, true, 8080/observe/health/live",
  })
  void tellsWhereHoconCounts(String hocon, String other, boolean isRead, String expected)
      throws IOException {
    Files.writeString(classes.resolve(hocon), "{}");
    Files.writeString(classes.resolve(other), "server.port: 8080");
    Map<String, String> libraries = new HashMap<>(SE.versions());
    libraries.putAll(isRead ? Map.of("helidon-config-hocon", "4.5.0") : Map.of());
    assertThat(said(new Libraries(libraries), Optional.empty())).isEqualTo(expected);
  }

  /** In YAML an item may also name its type by a key. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{type: observe, endpoint: /m}] | 8080/m/health/live",
        "[{context: {}}, {observe: {endpoint: /m}}] | 8080/m/health/live",
        "[{observe: {observers: [{health: {endpoint: hz}}]}}] | 8080/observe/hz/live",
        "{observe: {observers: [{health: {endpoint: hz}}]}} | 8080/observe/hz/live",
        "[{name: observe, endpoint: /m}] | [setting-wrong]",
      })
  void standardEditionTakesLists(String features, String expected) throws IOException {
    Files.writeString(
        classes.resolve("application.yaml"),
        "server: {port: 8080, features: %s}".formatted(features));
    assertThat(said(SE, Optional.empty())).isEqualTo(expected);
  }

  /** H is server.features.observe.observers.health. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 7001/health/live",
        "P=8080 | 8080/health/live",
        "O.endpoint=/manage | 7001/health/live",
        "O.observers.health.endpoint=hz | 7001/observe/hz/live",
        "O.observers.health.endpoint=hz;O.endpoint=/manage | 7001/manage/hz/live",
        "O.observers.health.endpoint=/hz | 7001/hz/live",
        "health.endpoint=/hz | 7001/hz/live",
        "health.endpoint=hz | 7001/observe/hz/live",
        "health.endpoint=hz;O.endpoint=/manage | 7001/manage/hz/live",
        "health.endpoint=hz/ | [health-off]",
        "health.endpoint=/hz;O.observers.health.endpoint=/other | 7001/hz/live",
        "health.endpoint= | 7001/health/live",
        "health.enabled=false | [health-off]",
        "health.enabled=false;O.observers.health.enabled=true | [health-off]",
        "O.observers.health.enabled=false | [health-off]",
        "O.observers.health.enabled=false;health.enabled=true | 7001/health/live",
        "O.enabled=false | [health-off]",
        "health.details=false | 7001/health/live",
        "health.web-context=/hz | 7001/health/live",
        "server.features-discover-services=false | 7001/health/live",
        "O.observers-discover-services=false | 7001/health/live",
        "O.sockets=a;server.sockets.0.name=a;server.sockets.0.port=9000 | 9000/health/live",
        "O.sockets=@default,a;server.sockets.0.name=a;server.sockets.0.port=9000 |"
            + " 7001/health/live 9000/health/live",
        "P=${nowhere:8080} | 8080/health/live",
        "P=-1 | [setting-unknown]",
        "P=8080;config_ordinal=500 | 8080/health/live [settings-unseen]",
        "F.0.type=observe;F.0.endpoint=/manage;F.0.enabled=false | 7001/health/live",
        "O.observers.0.type=health;O.observers.0.endpoint=hz | 7001/health/live",
        "O.observers.0.type=health;O.observers.0.enabled=false;health.endpoint=/hz |"
            + " 7001/hz/live",
      })
  void microProfileAnswersWhereTheRunningApplicationDid(String settings, String expected)
      throws IOException {
    write("META-INF/microprofile-config.properties", settings);
    assertThat(said(MP, Optional.empty())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application.yaml application.properties application.yml | '' | 1",
        "application.properties application.yml | '' | 1",
        "application.yml | '' | 1",
        "application-dev.yaml application.yaml | dev | 1",
        "application-dev.yml application.yaml | dev | 1",
        "application.yaml application-dev.yaml | '' | 1",
        "application-dev.properties | dev | [setting-unknown]",
      })
  void standardEditionReadsTheFirstOfItsFiles(String files, String profile, String expected)
      throws IOException {
    number(files);
    assertThat(said(SE, Optional.of(profile).filter(name -> !name.isEmpty())))
        .isEqualTo(expected.replaceFirst("^(\\d)$", "$1/observe/health/live"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application.yaml META-INF/microprofile-config.properties | '' | 1",
        "META-INF/microprofile-config.properties application.yml application.properties | '' | 1",
        "application.yaml META-INF/microprofile-config-dev.properties | dev | 1",
        "application-dev.yaml application.yaml | dev | 1",
        "META-INF/microprofile-config-dev.properties application-dev.yaml | dev | 1",
      })
  void microProfileReadsYamlOverProperties(String files, String profile, String expected)
      throws IOException {
    number(files);
    assertThat(said(MP, Optional.of(profile).filter(name -> !name.isEmpty())))
        .isEqualTo(expected + "/health/live");
  }

  @Test
  void aProfilesKeysCountMost() throws IOException {
    write("META-INF/microprofile-config.properties", "P=1;%dev.server.port=2");
    write("META-INF/microprofile-config-dev.properties", "P=3");
    Files.writeString(classes.resolve("application.yaml"), "server.port: 4\n");
    assertThat(said(MP, Optional.of("dev"))).isEqualTo("2/health/live");
    assertThat(said(MP, Optional.empty())).isEqualTo("4/health/live");
    assertThat(said(MP, Optional.of("other"))).isEqualTo("[environment-unknown]");
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER_PORT, 9000/observe/health/live",
    "server_port, 9000/observe/health/live",
    "SERVER_SOCKETS_0_PORT, 8080/observe/health/live",
  })
  void aVariableOfTheContainerCountsMore(String variable, String expected) throws IOException {
    write("application.properties", "P=8080");
    assertThat(said(SE, variable, "9000")).isEqualTo(expected);
  }

  @Test
  void theContainerSaysTheProfile() throws IOException {
    Files.writeString(classes.resolve("application.yaml"), "server.port: 1\n");
    Files.writeString(classes.resolve("application-dev.yaml"), "server.port: 2\n");
    assertThat(said(SE, "HELIDON_CONFIG_PROFILE", "dev")).isEqualTo("2/observe/health/live");
    assertThat(said(SE, "CONFIG_PROFILE", "dev")).isEqualTo("1/observe/health/live");
    assertThat(said(MP, "HELIDON_CONFIG_PROFILE", "dev")).isEqualTo("2/health/live");
    assertThat(said(MP, "MP_CONFIG_PROFILE", "dev")).isEqualTo("2/health/live");
  }

  @Test
  void saysThatThePortClosesAtOnceUnlessTheContainerWaits() throws IOException {
    FrameworkEndpoints endpoints = find(classes, MP).endpoints(ContainerSettings.NONE);
    assertThat(endpoints.findings())
        .extracting(found -> found.finding().ruleId())
        .containsExactly("shutdown-refuses");
    assertThat(find(classes, MP).probes().findings()).isEmpty();
    write("application.properties", "P=8080;server.shutdown-hook=false");
    assertThat(find(classes, SE).endpoints(ContainerSettings.NONE).findings()).isEmpty();
  }

  @Test
  void filesThatSayWhatIsReadAreUnseen() throws IOException {
    write("application.properties", "P=8080");
    write("meta-config.properties", "sources.0.type=system-properties");
    assertThat(said(SE, Optional.empty())).isEqualTo("8080/observe/health/live [settings-unseen]");
  }

  @Test
  void aJarNamesTheLibrariesThatLieBesideIt() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            "libs/helidon-webserver-4.2.6.jar libs/helidon-webserver-observe-health-4.2.6.jar"
                + " libs/helidon-microprofile-health-4.2.6.jar");
    Path jar = classes.resolve("shop.jar");
    try (OutputStream target = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(target, manifest)) {
      zip.putNextEntry(new ZipEntry("META-INF/microprofile-config.properties"));
      zip.write("server.port=8080".getBytes(UTF_8));
    }
    FrameworkApplication application = find(jar, Libraries.UNKNOWN);
    assertThat(application.said()).startsWith("Probes of Helidon 4.2.6, found in ");
    assertThat(said(application.endpoints(ContainerSettings.NONE))).isEqualTo("8080/health/live");
    assertThat(application.faults())
        .extracting(found -> found.finding().ruleId())
        .containsExactly("health-endless", "check-called-at-start");
  }

  /** SE and MP answer elsewhere, and only libraries tell them apart. */
  @Test
  void withoutLibrariesItIsUnclear() throws IOException {
    write("application.properties", "P=8080;O.endpoint=/manage");
    assertThat(said(Libraries.UNKNOWN, Optional.empty())).isEqualTo("[framework-unclear]");
  }

  private void write(String file, String settings) throws IOException {
    Path written = classes.resolve(file);
    Files.createDirectories(written.getParent());
    Files.write(
        written,
        Stream.of(settings.split(";"))
            .map(setting -> setting.replaceFirst("^P=", "server.port="))
            .map(setting -> setting.replaceFirst("^O\\.", "server.features.observe."))
            .map(setting -> setting.replaceFirst("^F\\.", "server.features."))
            .toList());
  }

  /** The first of the files says port 1, the next one port 2. */
  private void number(String files) throws IOException {
    int number = 1;
    for (String file : files.split(" ")) {
      Files.createDirectories(classes.resolve(file).getParent());
      Files.writeString(
          classes.resolve(file),
          file.endsWith(".properties")
              ? "server.port=" + number + "\n"
              : "server:\n  port: " + number + "\n");
      number++;
    }
  }

  private String said(Libraries libraries, Optional<String> environment) throws IOException {
    return said(find(classes, libraries).in(environment).endpoints(ContainerSettings.NONE));
  }

  private String said(Libraries libraries, String variable, String value) throws IOException {
    ContainerSettings container =
        new ContainerSettings(
            List.of(new Setting(variable, value, ManifestPlace.of("k8s/shop.yaml"))),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return said(find(classes, libraries).endpoints(container));
  }

  /** The usual place of liveness, on each socket. */
  private static String said(FrameworkEndpoints endpoints) {
    String rules =
        endpoints.withoutRefusal().findings().stream()
            .map(found -> "[" + found.finding().ruleId() + "]")
            .collect(Collectors.joining(" "));
    String places =
        endpoints.of(ProbeKind.LIVENESS).stream()
            .filter(url -> url.path().endsWith("/live"))
            .map(url -> (url.https() ? "https " : "") + url.port() + url.path())
            .collect(Collectors.joining(" "));
    return (places + " " + rules).strip();
  }

  private static FrameworkApplication find(Path place, Libraries libraries) throws IOException {
    return FrameworkApplication.find(place, libraries, FrameworkChoice.RECOGNISE).orElseThrow();
  }
}
