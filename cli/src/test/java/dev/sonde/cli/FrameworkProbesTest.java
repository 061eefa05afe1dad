package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Spring Boot application without any annotation of Sonde's, and its hand-written manifest. */
class FrameworkProbesTest {

  private static final String HEAD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: clinic
      spec:
        template:
          spec:
            containers:
              - name: clinic # the clinic
                image: clinic:1
      """;

  private static final String PROBES =
      """
                livenessProbe:
                  httpGet: {path: /actuator/health/liveness, port: 8080}
                  periodSeconds: 7
                readinessProbe:
                  httpGet: {path: /actuator/health/readiness, port: 8080}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path jar;
  private Path k8s;
  private Path manifest;

  @BeforeEach
  void write() throws IOException {
    k8s = Files.createDirectory(folder.resolve("k8s"));
    manifest = Files.writeString(k8s.resolve("deployment.yaml"), HEAD + PROBES);
    jar = jar("management.server.port=9001\n");
  }

  private Path jar(String properties) throws IOException {
    return archive(
        folder.resolve("clinic.jar"),
        "BOOT-INF/classes/",
        List.of(
            "spring-boot-4.1.2",
            "spring-boot-actuator-autoconfigure-4.1.2",
            "spring-webmvc-7.0.10"),
        properties);
  }

  private static Path archive(Path file, String classes, List<String> libraries, String properties)
      throws IOException {
    try (OutputStream target = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(target)) {
      for (String name : libraries) {
        zip.putNextEntry(new ZipEntry("BOOT-INF/lib/" + name + ".jar"));
        // An empty archive, as a library would be.
        ZipOutputStream library = new ZipOutputStream(zip);
        library.finish();
      }
      zip.putNextEntry(new ZipEntry(classes + "application.properties"));
      zip.write(properties.getBytes(ISO_8859_1));
    }
    return file;
  }

  @Test
  void checkFindsDriftMergeMendsItAndCheckIsGreen() throws IOException {
    assertThat(run("check")).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            "Probes of Spring Boot 4.1.2, found in "
                + jar
                + ", configured by application.properties.");
    assertThat(out.toString())
        .contains(
            "deployment.yaml:12:56: error: [drift-different] livenessProbe.httpGet.port of"
                + " container \"clinic\" in Deployment clinic is 8080; the configuration says 9001"
                + " (management.server.port, "
                + jar
                + "!/BOOT-INF/classes/application.properties:1). Merge, or change the"
                + " configuration.")
        .doesNotContain("periodSeconds of");

    assertThat(run("merge")).isZero();
    assertThat(manifest).content().isEqualTo((HEAD + PROBES).replace("port: 8080", "port: 9001"));
    assertThat(run("check")).isZero();
    assertThat(out).hasToString("2 probes of 1 container in 1 file agree with the code.\n");
  }

  @Test
  void probesThatAreMissingAreWrittenWithoutNumbers() throws IOException {
    Files.writeString(manifest, HEAD);
    assertThat(run("merge")).isZero();
    assertThat(manifest)
        .content()
        .isEqualTo(
            HEAD
                + """
                          livenessProbe:
                            httpGet:
                              path: /actuator/health/liveness
                              port: 9001
                          readinessProbe:
                            httpGet:
                              path: /actuator/health/readiness
                              port: 9001
                """);
    assertThat(run("check")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "env: [{name: SERVER_PORT, value: '9000'}] | 9000",
        "env: [{name: server.port, value: '9000'}] | 9000",
        "env: [{name: MANAGEMENT_SERVER_PORT, value: '9000'}] | 9000",
        "env: [{name: JAVA_TOOL_OPTIONS, value: -Xmx1g -Dserver.port=9000}] | 9000",
        "env: [{name: SPRING_APPLICATION_JSON, value: '{\"server\":{\"port\":9000}}'}] | 9000",
        "env: [{name: P, value: '9000'}, {name: SERVER_PORT, value: $(P)}] | 9000",
        "args: [--server.port=9000] | 9000",
        "command: [java, -Dserver.port=9000, -jar, app.jar] | 9000",
        "command: [sh, -c, 'exec java -jar app.jar --server.port=9000'] | 9000",
        "env: [{name: PORT, value: '9000'}];"
            + "args: [sh, -c, 'java -jar app.jar --server.port=$PORT'] | 9000",
        "env: [{name: SERVER_PORT, value: '9001'}];args: [--server.port=9000] | 9000",
        "envFrom: [{configMapRef: {name: settings}}] | 9000",
        "envFrom: [{configMapRef: {name: settings}}];"
            + "env: [{name: SERVER_PORT, value: '9001'}] | 9001",
        "env: [{name: SERVER_PORT, valueFrom: {configMapKeyRef: {name: settings, key:"
            + " SERVER_PORT}}}] | 9000",
        "env: [{name: MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED, value: 'false'}] | health-off",
        "env: [{name: SERVER_PORT, valueFrom: {secretKeyRef: {name: s, key: p}}}] |"
            + " setting-unknown",
        "env: [{name: SERVER_PORT, valueFrom: {configMapKeyRef: {name: no, key: p}}}]"
            + " | setting-unknown",
        "env: [{name: SERVER_PORT, value: '${WHERE}'}] | setting-unknown",
        "env: [{name: SPRING_APPLICATION_JSON, value: '{'}] | setting-syntax",
        "envFrom: [{configMapRef: {name: elsewhere}}] | settings-unseen",
        "envFrom: [{secretRef: {name: elsewhere}}] | settings-unseen",
        "env: [{name: SPRING_CONFIG_IMPORT, value: 'configserver:'}] | settings-unseen",
        "env: [{name: JAVA_OPTS, value: -Dserver.port=9000}] | settings-unseen",
        "env: [{name: SPRING_PROFILES_ACTIVE, value: prod}] | 9005",
      })
  void whatTheContainerSetsCounts(String fields, String expected) throws IOException {
    jar = jar("#---\nspring.config.activate.on-profile=prod\nserver.port=9005\n");
    Files.writeString(
        k8s.resolve("settings.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {SERVER_PORT: "9000"}
        """);
    Files.writeString(manifest, HEAD + fields.replace(";", "\n").indent(10) + PROBES);
    int exit = run("check");
    if (expected.equals("settings-unseen")) {
      assertThat(out.toString()).contains("warning: [settings-unseen]");
      assertThat(exit).isZero();
      return;
    }
    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            expected.startsWith("9") ? "the configuration says " + expected : "[" + expected + "]");
  }

  @Test
  void aProbeThatIsAnsweredElsewhereStays() throws IOException {
    jar = jar("management.endpoint.health.probes.add-additional-paths=true\n");
    Files.writeString(
        manifest,
        HEAD
            + """
                      ports: [{name: http, containerPort: 8080}]
                      startupProbe:
                        httpGet: {path: /actuator/health, port: http, scheme: HTTP}
                      livenessProbe:
                        httpGet: {path: /livez, port: http}
                      readinessProbe:
                        httpGet: {path: /readyz, port: 8080}
            """);
    assertThat(run("check")).as(out.toString()).isZero();
  }

  @Test
  void theSchemeIsThatOfTheServer() throws IOException {
    jar = jar("server.ssl.bundle=web\n");
    assertThat(run("check")).isEqualTo(1);
    assertThat(out.toString())
        .contains("livenessProbe.httpGet.scheme", "is missing; the configuration says HTTPS");
    assertThat(run("merge")).isZero();
    assertThat(manifest).content().contains("scheme: HTTPS");

    jar = jar("");
    assertThat(run("check")).isEqualTo(1);
    assertThat(out.toString()).contains("is HTTPS; the configuration says HTTP (the default of");
  }

  @Test
  void aMountedConfigurationIsTold() throws IOException {
    Files.writeString(
        k8s.resolve("settings.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {application.yaml: "server.port: 9000"}
        """);
    Files.writeString(
        manifest,
        HEAD
            + PROBES.replace("8080", "9001")
            + """
                      volumeMounts: [{name: config, mountPath: /config}]
                  volumes: [{name: config, configMap: {name: settings}}]
            """);
    assertThat(run("check")).isZero();
    assertThat(out.toString())
        .contains(
            "warning: [settings-unseen] \"application.yaml\" of ConfigMap settings is mounted");
  }

  @Test
  void aStartupProbeOfADeadPortIsFound() throws IOException {
    Files.writeString(
        manifest,
        HEAD
            + PROBES.replace("8080", "9001")
            + "          startupProbe: {httpGet: {path: /actuator/health, port: 8080}}\n");
    assertThat(run("check")).isEqualTo(1);
    assertThat(out.toString()).contains("startupProbe.httpGet.port", "the configuration says 9001");
  }

  @Test
  void profilesAreEnvironments() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Files.writeString(classes.resolve("application.properties"), "management.server.port=8080\n");
    Files.writeString(
        classes.resolve("application-prod.yaml"), "management: {server: {port: 9002}}");
    jar = classes;
    assertThat(run("check", "--framework", "spring-boot")).as(out.toString()).isZero();
    assertThat(run("check", "--framework", "spring-boot", "--environment", "prod")).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "the configuration says 9002 (management.server.port, ", "application-prod.yaml:1");
    assertThat(run("check", "--framework", "spring-boot", "--environment", "pord")).isEqualTo(1);
    assertThat(out.toString()).contains("[environment-unknown]", "available: prod");
  }

  @Test
  void aBrokenFileIsToldWithItsLine() throws IOException {
    jar = jar("# the port\nserver.port=\\u00zz\n");
    assertThat(run("check")).isEqualTo(2);
    assertThat(err.toString()).contains("application.properties:2:1: [setting-syntax]", "\\u00zz");

    Path resources = Files.createDirectory(folder.resolve("resources"));
    Files.writeString(resources.resolve("application.yaml"), "spring:\n  a: b\n\tc: d\n");
    jar = resources;
    assertThat(run("check")).isEqualTo(2);
    assertThat(err.toString()).contains("application.yaml:3:1: [yaml-tab]");
  }

  @Test
  void noneMeansNone() throws IOException {
    assertThat(run("check", "--framework", "none")).isEqualTo(2);
    assertThat(err.toString()).contains("[probes-missing]").doesNotContain("Spring Boot");
    assertThat(run("check", "--framework", "spring")).isEqualTo(2);
    assertThat(err.toString()).contains("\"spring\" is none of spring-boot");
  }

  @Test
  void ofSeveralWorkloadsOneIsNamed() throws IOException {
    Files.writeString(k8s.resolve("db.yaml"), HEAD.replace("clinic", "db"));
    assertThat(run("check")).isEqualTo(1);
    assertThat(out.toString()).contains("[merge-ambiguous]", "--workload");
    assertThat(run("check", "--workload", "Deployment/clinic")).isEqualTo(1);
    assertThat(out.toString()).contains("[drift-different]", "--workload Deployment/clinic");

    Files.writeString(
        k8s.resolve(".sonde.yaml"),
        "{apiVersion: sonde.dev/v1, kind: Project, workload: Deployment/clinic}");
    assertThat(run("merge")).isZero();
    assertThat(k8s.resolve("db.yaml")).content().doesNotContain("Probe");
    assertThat(run("check")).isZero();
  }

  @Test
  void quarkusIsReadInItsFolder() throws IOException {
    Path app = folder.resolve("quarkus-app");
    Files.createDirectories(app.resolve("lib/main"));
    Files.createDirectory(app.resolve("app"));
    for (String library :
        List.of("quarkus-core", "quarkus-smallrye-health", "quarkus-kubernetes")) {
      Files.createFile(app.resolve("lib/main/io.quarkus." + library + "-3.33.2.jar"));
    }
    archive(
        app.resolve("app/shop.jar"),
        "",
        List.of(),
        "quarkus.management.enabled=true\nquarkus.smallrye-health.management.enabled=false\n");
    jar = app;
    Files.writeString(
        manifest,
        HEAD
            + """
                      livenessProbe:
                        httpGet: {path: /q/health/live, port: 9000}
                      readinessProbe:
                        httpGet: {path: /q/health/ready, port: 9000}
                      startupProbe:
                        httpGet: {path: /q/health/started, port: 9000}
            """);
    assertThat(run("check")).isEqualTo(1);
    assertThat(err.toString()).contains("Probes of Quarkus 3.33.2, found in " + app);
    assertThat(out.toString())
        .contains(
            "startupProbe.httpGet.port of container \"clinic\" in Deployment clinic is 9000; the"
                + " configuration says 8080 (the default of Quarkus)",
            "warning: [generated-port] because of quarkus.smallrye-health.management.enabled");
    assertThat(run("merge")).isZero();
    assertThat(run("check")).isZero();
  }

  @Test
  void micronautIsNamedWhereLibrariesAreNotKnown() throws IOException {
    Path resources = Files.createDirectory(folder.resolve("resources"));
    Files.writeString(
        resources.resolve("application.yml"), "endpoints: {health: {path: healthz}}\n");
    jar = resources;
    assertThat(run("check", "--framework", "micronaut")).isEqualTo(1);
    assertThat(out.toString())
        .contains("application.yml:1:22: error: [health-status]", "says /healthz/liveness");
  }

  @Test
  void lintTellsWhatIsWrongWithTheConfigurationAndNothingOfDrift() throws IOException {
    jar = jar("management.server.port=9001\nmanagement.endpoint.health.group.liveness.roles=ops\n");
    assertThat(run("lint")).isZero();
    assertThat(out.toString())
        .contains(
            "application.properties:2:1: warning: [liveness-group]",
            "info: [health-endless] Spring Boot waits for each check without a limit")
        .doesNotContain("drift");
    assertThat(run("lint", "--off", "health-endless=All clients have time-outs.")).isZero();
    assertThat(out.toString()).contains("[liveness-group]").doesNotContain("health-endless");

    Files.writeString(
        manifest, HEAD + "          env: [{name: MANAGEMENT_SERVER_PORT, value: '-1'}]\n" + PROBES);
    assertThat(run("lint")).isEqualTo(1);
    assertThat(out.toString())
        .contains("deployment.yaml:11:17: error: [health-off] no port answers health.");
    assertThat(run("lint", "--framework", "none")).isEqualTo(2);
    assertThat(err.toString()).contains("[probes-missing]");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void lintBuildsAChartOnceForItsOwnRulesAndForTheFrameworks() throws Exception {
    write("chart/Chart.yaml", "apiVersion: v2\nname: clinic\nversion: 1.0.0\n");
    write("chart/templates/clinic.yaml", "{{ .Values.all }}\n");
    Path rendered =
        Files.writeString(
            folder.resolve("rendered.yaml"),
            HEAD + "          env: [{name: MANAGEMENT_SERVER_PORT, value: '-1'}]\n" + PROBES);
    Path builds = folder.resolve("builds.txt");
    Path helm = Files.createDirectory(folder.resolve("programs")).resolve("helm");
    Files.writeString(helm, "#!/bin/sh\necho $* >> %s\ncat %s\n".formatted(builds, rendered));
    Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwxr-xr-x"));

    ProcessBuilder lint =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Sonde.class.getName(),
            "lint",
            "--probes",
            jar.toString(),
            k8s.toString());
    lint.environment()
        .merge("PATH", helm.getParent().toString(), (path, own) -> own + File.pathSeparator + path);
    Process process = lint.redirectErrorStream(true).start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .contains("Chart.yaml (built):11:17: error: [health-off] no port answers health.");
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(builds).content().isEqualTo("template " + k8s.resolve("chart") + "\n");
  }

  @Test
  void lintSaysWhereItDoesNotKnowTheContainerAndJudgesTheRest() throws IOException {
    jar = jar("management.endpoint.health.group.liveness.show-details=always\n");
    Files.writeString(k8s.resolve("other.yaml"), (HEAD + PROBES).replace("clinic", "laboratory"));
    assertThat(run("lint")).isZero();
    assertThat(out.toString())
        .contains(
            "warning: [settings-unseen] what a container sets for the application is not known"
                + " here:",
            "warning: [liveness-group]");
    assertThat(run("lint", "--workload", "Deployment/clinic")).isZero();
    assertThat(out.toString()).contains("[liveness-group]").doesNotContain("[settings-unseen]");
  }

  @Test
  void lintHoldsTheStandardInputBesideTheConfiguration() throws IOException {
    InputStream before = System.in;
    try {
      System.setIn(
          new ByteArrayInputStream(
              (HEAD + "          env: [{name: MANAGEMENT_SERVER_PORT, value: '-1'}]\n" + PROBES)
                  .getBytes(UTF_8)));
      k8s = Path.of("-");
      assertThat(run("lint")).isEqualTo(1);
    } finally {
      System.setIn(before);
    }
    assertThat(out.toString()).contains("stdin:11:17: error: [health-off]");
  }

  @Test
  void generatesTheBlocks() {
    out.getBuffer().setLength(0);
    int exit =
        Sonde.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute("generate", "--probes", jar.toString());
    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains("path: /actuator/health/readiness", "port: 9001")
        .doesNotContain("Seconds");
  }

  private void write(String name, String text) throws IOException {
    Path file = k8s.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private int run(String command, String... options) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> words = new ArrayList<>(List.of(command, "--probes", jar.toString()));
    words.addAll(List.of(options));
    words.add(k8s.toString());
    return Sonde.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words.toArray(String[]::new));
  }
}
