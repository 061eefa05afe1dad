package dev.sonde.adopt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import dev.sonde.release.KubernetesVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdoptedCodeTest {

  private static final String ORDERS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: orders}
      spec:
        template:
          spec:
            containers:
              - name: orders
                image: orders:1
                startupProbe:
                  tcpSocket: {port: 8080}
                  failureThreshold: 30
                livenessProbe:
                  httpGet:
                    path: /actuator/health/liveness
                    port: 8080
                    httpHeaders:
                      - {name: X-Probe, value: "yes"}
                      - {name: X-Probe, value: "no"}
                  periodSeconds: 10
                  terminationGracePeriodSeconds: 5
                readinessProbe:
                  httpGet: {path: /actuator/health/readiness, port: http, scheme: HTTPS}
                  successThreshold: 2
              - name: proxy
                image: proxy:1
                livenessProbe: {exec: {command: [sh, -c, test -f "/tmp/up"]}}
              - name: logs
                image: logs:1
                readinessProbe: {grpc: {port: 9000, service: shipping}}
              - name: quiet
                image: quiet:1
      """;

  private static AdoptedCode select(String workload, String container) {
    return AdoptedCode.of(
        List.of(Manifests.file(ORDERS)),
        new AdoptOptions(
            AdoptionStyle.ANNOTATIONS,
            "com.acme",
            Optional.empty(),
            ContainerSelection.of(Optional.ofNullable(workload), Optional.ofNullable(container)),
            WorkloadKinds.KNOWN,
            KubernetesVersion.MAINTAINED));
  }

  private static String pod(String name, String probes) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s}
    spec:
      containers:
        - name: app
          image: acme:1
    %s---
    """
        .formatted(name, probes.indent(6));
  }

  @Test
  void takesThePortThatKnativeTakesWhereNoneIsWritten() throws IOException {
    String service =
        """
        apiVersion: serving.knative.dev/v1
        kind: Service
        metadata: {name: orders}
        spec:
          template:
            spec:
              containers:
                - name: orders
                  image: orders:1
                  %s
                  readinessProbe: {httpGet: {path: /q/health/ready}}
                  livenessProbe: {grpc: {}}
        """;
    assertThat(Manifests.adopt(service.formatted(""), AdoptionStyle.DSL).classes().get(0).text())
        .contains("httpGet(\"/q/health/ready\").port(8080)", "grpc(8080)");
    assertThat(
            Manifests.adopt(service.formatted("ports: [{containerPort: 9000}]"), AdoptionStyle.DSL)
                .classes()
                .get(0)
                .text())
        .contains("httpGet(\"/q/health/ready\").port(9000)", "grpc(9000)");
  }

  @ParameterizedTest
  @CsvSource({
    "'uid: 0a1b', true",
    "'resourceVersion: \"17\"', true",
    "'creationTimestamp: \"2026-01-31T12:00:00Z\"', true",
    "'creationTimestamp: null', false",
    "'labels: {a: b}', false"
  })
  void leavesOutTheDefaultsThatAServerFilledIn(String metadata, boolean server) {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
          %s
        spec:
          containers:
            - name: app
              image: acme:1
              livenessProbe:
                httpGet: {path: /, port: 8080, scheme: HTTP}
                failureThreshold: 3
                periodSeconds: 20
                successThreshold: 1
                timeoutSeconds: 1
              readinessProbe:
                grpc: {port: 9000, service: ""}
                initialDelaySeconds: 0
                periodSeconds: 10
        """
            .formatted(metadata);
    ProbeSet probes = Manifests.adopt(pod, AdoptionStyle.ANNOTATIONS).classes().get(0).probes();
    assertThat(probes.toYaml().lines().map(String::strip).toList())
        .isEqualTo(
            server
                ? List.of(
                    "livenessProbe:",
                    "httpGet:",
                    "port: 8080",
                    "periodSeconds: 20",
                    "readinessProbe:",
                    "grpc:",
                    "port: 9000")
                : List.of(
                    "livenessProbe:",
                    "httpGet:",
                    "path: /",
                    "port: 8080",
                    "scheme: HTTP",
                    "timeoutSeconds: 1",
                    "periodSeconds: 20",
                    "successThreshold: 1",
                    "failureThreshold: 3",
                    "readinessProbe:",
                    "grpc:",
                    "port: 9000",
                    "service: \"\"",
                    "initialDelaySeconds: 0",
                    "periodSeconds: 10"));
  }

  @Test
  void writesAnnotations() {
    assertThat(Manifests.adopt(ORDERS, AdoptionStyle.ANNOTATIONS).classes())
        .extracting(AdoptedClass::file)
        .containsExactly(
            "com/acme/OrdersProbes.java", "com/acme/ProxyProbes.java", "com/acme/LogsProbes.java");
    assertThat(Manifests.adopt(ORDERS, AdoptionStyle.ANNOTATIONS).classes().get(0).text())
        .isEqualTo(
            """
            package com.acme;

            import dev.sonde.annotation.Container;
            import dev.sonde.annotation.HttpGet;
            import dev.sonde.annotation.HttpHeader;
            import dev.sonde.annotation.Liveness;
            import dev.sonde.annotation.Readiness;
            import dev.sonde.annotation.Startup;
            import dev.sonde.annotation.TcpSocket;
            import dev.sonde.annotation.Workload;

            /**
             * The probes of container {@code orders}, as its manifest had them when they were adopted.
             */
            @Container(
                name = "orders",
                workload = @Workload(kind = "Deployment", name = "orders"),
                endpoints = false
            )
            @Startup(
                tcpSocket = @TcpSocket(port = 8080),
                failureThreshold = 30
            )
            @Liveness(
                httpGet = @HttpGet(path = "/actuator/health/liveness", port = 8080, httpHeaders = {@HttpHeader(name = "X-Probe", value = "yes"), @HttpHeader(name = "X-Probe", value = "no")}),
                periodSeconds = 10,
                terminationGracePeriodSeconds = 5
            )
            @Readiness(
                httpGet = @HttpGet(path = "/actuator/health/readiness", portName = "http", scheme = "HTTPS"),
                successThreshold = 2
            )
            final class OrdersProbes {
              private OrdersProbes() {
              }
            }
            """);
  }

  @Test
  void writesTheDsl() {
    assertThat(Manifests.adopt(ORDERS, AdoptionStyle.DSL).classes().get(0).text())
        .isEqualTo(
            """
            package com.acme;

            import static dev.sonde.dsl.Probes.httpGet;
            import static dev.sonde.dsl.Probes.tcpSocket;

            import dev.sonde.model.ContainerRef;
            import dev.sonde.model.ProbeSet;
            import dev.sonde.model.WorkloadRef;
            import java.util.Optional;

            /**
             * The probes of container {@code orders}, as its manifest had them when they were adopted.
             */
            public final class OrdersProbes {
              private OrdersProbes() {
              }

              /**
               * {@return the probes}
               */
              public static ProbeSet probes() {
                return ProbeSet.forContainer(new ContainerRef(Optional.of("orders"), new WorkloadRef(Optional.of("Deployment"), Optional.of("orders"))))
                    .startup(tcpSocket(8080).failureThreshold(30))
                    .liveness(httpGet("/actuator/health/liveness").port(8080).header("X-Probe", "yes").header("X-Probe", "no").periodSeconds(10).terminationGracePeriodSeconds(5))
                    .readiness(httpGet("/actuator/health/readiness").port("http").scheme("HTTPS").successThreshold(2));
              }
            }
            """);
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameBytesEachTime(AdoptionStyle style) {
    assertThat(Manifests.adopt(ORDERS, style)).isEqualTo(Manifests.adopt(ORDERS, style));
  }

  @Test
  void adoptsSidecarsListsAndCustomKinds() {
    String list =
        """
        apiVersion: v1
        kind: List
        items:
          - apiVersion: example.com/v1
            kind: Worker
            metadata: {name: w}
            spec:
              template:
                spec:
                  initContainers:
                    - {name: side, image: a, restartPolicy: Always, startupProbe: {tcpSocket: {port: 1}}}
        """;
    WorkloadKinds kinds =
        WorkloadKinds.KNOWN.with(WorkloadKind.parse("example.com/v1/Worker=spec.template.spec"));
    AdoptedCode adoption =
        AdoptedCode.of(
            List.of(Manifests.file(list)),
            new AdoptOptions(
                AdoptionStyle.ANNOTATIONS,
                "a",
                Optional.of("Mine"),
                ContainerSelection.ALL,
                kinds,
                KubernetesVersion.MAINTAINED));

    assertThat(adoption.findings()).isEmpty();
    assertThat(adoption.classes()).extracting(AdoptedClass::name).containsExactly("a.Mine");
    assertThat(Compiled.annotations(adoption.classes()))
        .isEqualTo(adoption.classes().stream().map(AdoptedClass::probes).toList());
  }

  @Test
  void choosesByWorkloadAndContainer() {
    assertThat(select("Deployment/orders", "proxy").classes()).hasSize(1);
    assertThat(select("/orders", null).classes()).hasSize(3);
    assertThat(select("Deployment", "logs").classes()).hasSize(1);
    assertThat(select("StatefulSet/orders", null).isRefused()).isTrue();
  }

  /** What the compiler would refuse, the manifest has got away with until now. */
  @Test
  void keepsAdviceFromBreakingTheBuild() {
    String same = "{httpGet: {path: /health, port: 8080}}";
    AdoptedCode adoption =
        Manifests.adopt(
            pod("p", "livenessProbe: " + same + "\nreadinessProbe: " + same),
            AdoptionStyle.ANNOTATIONS);

    assertThat(adoption.findings())
        .extracting(PlacedFinding::text)
        .singleElement()
        .asString()
        .startsWith("k8s.yaml:8:22: warning: [liveness-equals-readiness]");
    assertThat(adoption.classes().get(0).text())
        .contains("@SuppressAdvice(\n    rule = \"liveness-equals-readiness\"");
    assertThat(Compiled.annotations(adoption.classes())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "livenessProbe: {tcpSocket: {port: 0}}                         | 8:41 | port-range",
        "livenessProbe: {}                                             | 8:22 | handler-missing",
        "livenessProbe: {tcpSocket: {port: 1}, exec: {command: [a]}}   | 8:34 | one-handler",
        "livenessProbe: {tcpSocket: {port: 1}, successThreshold: 2}    | 8:63 |"
            + " liveness-success-threshold",
        "livenessProbe: {tcpSocket: {port: 1}, periodSecond: 2}        | 8:45 | unknown-field",
        "livenessProbe: {tcpSocket: {port: 1}, periodSeconds: '2'}     | 8:60 | wrong-type",
        "livenessProbe: {tcpSocket: {port: 1, port: 2}}                | 8:44 | duplicate-field",
        "livenessProbe: some                                           | 8:22 | wrong-type",
      })
  void refusesWhatKubernetesWouldRefuse(String probe, String place, String rule) {
    AdoptedCode adoption = Manifests.adopt(pod("p", probe), AdoptionStyle.ANNOTATIONS);

    assertThat(adoption.classes()).isEmpty();
    assertThat(adoption.findings())
        .extracting(PlacedFinding::text)
        .anyMatch(text -> text.startsWith("k8s.yaml:" + place + ": error: [" + rule + "]"));
  }

  @ParameterizedTest
  @CsvSource({"initContainers, init-container-probe", "ephemeralContainers, ephemeral-container"})
  void refusesProbesOfContainersThatHaveNone(String list, String rule) {
    String manifest = pod("p", "livenessProbe: {tcpSocket: {port: 1}}").replace("containers", list);

    assertThat(Manifests.adopt(manifest, AdoptionStyle.DSL).findings())
        .extracting(found -> found.finding().ruleId())
        .containsExactly(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: [\n", "a: {{ .Values.a }}\n"})
  void refusesWhatCannotBeRead(String text) {
    AdoptedCode adoption = Manifests.adopt(ORDERS + "---\n" + text, AdoptionStyle.DSL);

    assertThat(adoption.isRefused()).isTrue();
    assertThat(adoption.classes()).isEmpty();
  }

  @Test
  void refusesWhereThereIsNothing() {
    assertThat(text(select(null, "order")))
        .isEqualTo(
            "k8s.yaml:1:1: error: [adopt-nothing] no container to adopt probes of; available:"
                + " container \"orders\" of Deployment orders (k8s.yaml:8); container \"proxy\" of"
                + " Deployment orders (k8s.yaml:25); container \"logs\" of Deployment orders"
                + " (k8s.yaml:28). Did you mean \"orders\"?");
    assertThat(text(Manifests.adopt("a: 1\n", AdoptionStyle.DSL)))
        .contains("none of these files has probes");
  }

  @Test
  void adoptsADeploymentConfigAndNamesAFragmentOfJKube() {
    String probe = "livenessProbe: {tcpSocket: {port: 1}}";
    String config =
        ORDERS.replace("apps/v1", "apps.openshift.io/v1").replace("Deployment", "DeploymentConfig");
    assertThat(Manifests.adopt(config, AdoptionStyle.ANNOTATIONS).classes().get(0).text())
        .contains("@Workload(kind = \"DeploymentConfig\", name = \"orders\")");
    String fragment = "spec: {template: {spec: {containers: [{%s}]}}}".formatted(probe);
    assertThat(text(Manifests.adopt(fragment, AdoptionStyle.ANNOTATIONS)))
        .contains("[adopt-nothing]", "k8s.yaml looks like a fragment of JKube. Write apiVersion");
  }

  @Test
  void refusesAVersionThatKubernetesHasNoMore() {
    assertThat(
            text(
                Manifests.adopt(
                    ORDERS.replace("apps/v1", "apps/v1beta2"), AdoptionStyle.ANNOTATIONS)))
        .startsWith(
            "k8s.yaml:1:13: error: [object-kind] Kubernetes has no Deployment in apiVersion"
                + " \"apps/v1beta2\". Write apiVersion: apps/v1.");
  }

  @Test
  void refusesOneContainerInTwoPlaces() {
    String pod = pod("p", "livenessProbe: {tcpSocket: {port: 1}}");
    assertThat(text(Manifests.adopt(pod + pod, AdoptionStyle.DSL)))
        .startsWith("k8s.yaml:15:13: error: [adopt-container-twice]")
        .contains("the other is container \"app\" of Pod p (k8s.yaml:6).");
  }

  @Test
  void tellsContainersOfOneNameApartByTheirWorkloads() {
    String pods =
        pod("p", "livenessProbe: {tcpSocket: {port: 1}}")
            + pod("q", "livenessProbe: {tcpSocket: {port: 2}}");
    for (AdoptionStyle style : AdoptionStyle.values()) {
      assertThat(Manifests.adopt(pods, style).classes())
          .extracting(AdoptedClass::name)
          .containsExactly("com.acme.PAppProbes", "com.acme.QAppProbes");
    }
    List<AdoptedClass> classes = Manifests.adopt(pods, AdoptionStyle.ANNOTATIONS).classes();
    assertThat(Compiled.annotations(classes))
        .containsExactlyElementsOf(classes.stream().map(AdoptedClass::probes).toList());
  }

  @Test
  void refusesContainersOfOneNameInWorkloadsWithoutNamesAsAnnotations() {
    String probe = "livenessProbe: {tcpSocket: {port: 1}}";
    String pods = pod("p", probe) + pod("q", probe).replace("{name: q}", "{generateName: q}");
    assertThat(text(Manifests.adopt(pods, AdoptionStyle.ANNOTATIONS)))
        .startsWith("k8s.yaml:15:13: error: [adopt-name-twice]");
    assertThat(Manifests.adopt(pods, AdoptionStyle.DSL).classes()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name: App", "name: a_b", "name: ''", "stdin: true"})
  void refusesAContainerThatCodeCannotName(String name) {
    String pod =
        pod("p", "livenessProbe: {tcpSocket: {port: 1}}")
            .replace("name: app\n", name + "\n")
            .replace("---", "    - {name: b, image: b}\n---");
    assertThat(text(Manifests.adopt(pod, AdoptionStyle.ANNOTATIONS)))
        .contains("error: [adopt-container-name]");
  }

  @Test
  void theOnlyContainerNeedsNoName() {
    String pod =
        pod("p", "livenessProbe: {tcpSocket: {port: 1}}").replace("name: app", "tty: true");
    AdoptedCode adoption = Manifests.adopt(pod, AdoptionStyle.ANNOTATIONS);

    assertThat(adoption.classes())
        .extracting(AdoptedClass::name)
        .containsExactly("com.acme.PProbes");
    assertThat(Compiled.annotations(adoption.classes()).get(0).container().workload())
        .isEqualTo(new WorkloadRef(Optional.of("Pod"), Optional.of("p")));
  }

  @Test
  void refusesOneClassNameForSeveral() {
    AdoptedCode adoption =
        AdoptedCode.of(
            List.of(Manifests.file(ORDERS)),
            new AdoptOptions(
                AdoptionStyle.DSL,
                "a",
                Optional.of("Mine"),
                ContainerSelection.ALL,
                WorkloadKinds.KNOWN,
                KubernetesVersion.MAINTAINED));
    assertThat(text(adoption)).startsWith("k8s.yaml:25:17: error: [adopt-class-name]");
  }

  @ParameterizedTest
  @CsvSource({"com.acme, 9Lives", "com.acme, class", "com.acme, a.B", "com..acme, A", "'', A"})
  void refusesNamesThatJavaDoesNotAccept(String packageName, String className) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new AdoptOptions(
                    AdoptionStyle.DSL,
                    packageName,
                    Optional.of(className),
                    ContainerSelection.ALL,
                    WorkloadKinds.KNOWN,
                    KubernetesVersion.MAINTAINED))
        .withMessageContaining("is no name of a");
  }

  @Test
  void neverOverwritesWithoutBeingAsked(@TempDir Path folder) throws IOException {
    AdoptedCode adoption = Manifests.adopt(ORDERS, AdoptionStyle.ANNOTATIONS);
    List<Path> files = adoption.refuseOverwriting(folder).write(folder);
    assertThat(files).hasSize(3).allSatisfy(file -> assertThat(file).isRegularFile());
    assertThat(adoption.refuseOverwriting(folder)).isEqualTo(adoption);

    Files.writeString(files.get(1), "// mine\n");
    AdoptedCode refused = adoption.refuseOverwriting(folder);
    assertThat(refused.classes()).isEmpty();
    assertThat(text(refused))
        .startsWith(files.get(1) + ":1:1: error: [adopt-file-exists]")
        .contains("container \"proxy\" of Deployment orders (k8s.yaml:25)");

    adoption.write(folder);
    assertThat(files.get(1)).hasContent(adoption.classes().get(1).text());
  }

  @Test
  void readsFilesAndFoldersByTheirNamesInTheProject(@TempDir Path folder) throws IOException {
    Path k8s = Files.createDirectory(folder.resolve("k8s"));
    Files.write(k8s.resolve("b.yaml"), ORDERS.getBytes(UTF_8));
    Files.writeString(k8s.resolve("a.yaml"), "a: 1\n");

    assertThat(ManifestFile.readAll(List.of(k8s), folder, FileFilter.ALL))
        .extracting(ManifestFile::name)
        .containsExactly("k8s/a.yaml", "k8s/b.yaml");
  }

  private static String text(AdoptedCode adoption) {
    assertThat(adoption.isRefused()).as("%s", adoption.classes()).isTrue();
    return adoption.findings().get(0).text();
  }
}
