package dev.sonde.manifests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advice that needs what a manifest says beside the probes: image, variables, limits, ports. */
class ContainerAdviceTest {

  private static final String LIVENESS = "livenessProbe: {httpGet: {path: /livez, port: 80}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image: eclipse-temurin:21-jre                                          | true
          image: docker.io/library/openjdk:17                                    | true
          image: gcr.io/distroless/java21-debian12                               | true
          image: adoptopenjdk/openjdk11:alpine                                   | true
          image: shop/spring-orders:1                                            | true
          image: "bitnami/tomcat@sha256:0123"                                    | true
          image: docker.elastic.co/elasticsearch/elasticsearch:8.13.0            | true
          image: confluentinc/cp-schema-registry:7.6.0                           | true
          image: quay.io/keycloak/keycloak:26.0                                  | true
          image: shop/orders:1                                                   | false
          image: node:20-javascript                                              | false
          image: shop/springfield:1                                              | false
          image: danielqsj/kafka-exporter:v1                                     | false
          image: quay.io/jetstack/cert-manager:v1                                | false
          image: shop/quarkus-orders:1-native                                    | false
          command: [java, -jar, /app.jar]                                        | true
          command: [/usr/bin/java, shop.Main]                                    | true
          args: [/orders.jar]                                                    | true
          args: [-Xmx512m, shop.Main]                                            | true
          command: [sh, -c, "cd /app && exec java $OPTS -jar app.jar"]           | true
          command: [sh, -c, "./run ${JAVA_OPTS}"]                                | true
          args: ["--spring.profiles.active=prod"]                                | true
          command: [nginx, -g, daemon off;]                                      | false
          command: [node, javascript.js]                                         | false
          env: [{name: JVM_OPTS, value: -Xmx1g}]                                 | true
          env: [{name: JAVA_TOOL_OPTIONS, value: ""}]                            | true
          env: [{name: ES_JAVA_OPTS, value: -Xms1g}]                             | true
          env: [{name: KAFKA_HEAP_OPTS, value: -Xms1g}]                          | true
          env: [{name: SPRING_DATASOURCE_URL, value: "postgres"}]                | true
          env: [{name: SPRING_PROFILES_ACTIVE, valueFrom: {fieldRef: {fieldPath: a}}}] | true
          env: [{name: QUARKUS_HTTP_PORT, value: "80"}]                          | true
          env: [{name: MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE, value: health}] | true
          env: [{name: OPTS, value: "-server -XX:+UseG1GC"}]                     | true
          env: [{name: DB, value: "jdbc:postgresql://db/orders"}]                | true
          env: [{name: JAVA_BACKEND_URL, value: "http://java"}]                  | false
          env: [{name: SPRING_HOST, value: spring}]                              | false
          env: [{name: NODE_OPTIONS, value: --max-old-space-size=256}]           | false
          env: [{name: PATH, value: /bin}]                                       | false
          readinessProbe: {httpGet: {path: /actuator/health, port: 80}}          | true
          readinessProbe: {httpGet: {path: /shop/q/health/ready, port: 80}}      | true
          readinessProbe: {httpGet: {path: "/actuator?x=1", port: 80}}           | true
          readinessProbe: {httpGet: {path: /factuator, port: 80}}                | false
          """)
  void recognisesAJvm(String sign, boolean jvm) {
    assertThat(ids(container(sign, LIVENESS + "}")).contains("jvm-start")).isEqualTo(jvm);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          200m  | failureThreshold: 7, periodSeconds: 10, timeoutSeconds: 5  | -
          200m  | failureThreshold: 7, periodSeconds: 10, timeoutSeconds: 4  | timeoutSeconds
          200m  | failureThreshold: 6, periodSeconds: 10, timeoutSeconds: 5  | livenessProbe
          500m  | failureThreshold: 4, periodSeconds: 8, timeoutSeconds: 2   | -
          0.5   | failureThreshold: 4, periodSeconds: 7, timeoutSeconds: 2   | livenessProbe
          '.5'  | failureThreshold: 4, periodSeconds: 8                      | timeoutSeconds
          999m  | failureThreshold: 7, periodSeconds: 10                     | timeoutSeconds
          1000m | failureThreshold: 7, periodSeconds: 10                     | -
          1     | failureThreshold: 7, periodSeconds: 10                     | -
          5e-1  | failureThreshold: 7, periodSeconds: 10                     | timeoutSeconds
          null  | failureThreshold: 7, periodSeconds: 10                     | -
          0     | failureThreshold: 7, periodSeconds: 10                     | -
          """)
  void aLimitOfCpuStretchesWhatAJvmDoes(String limit, String numbers, String field) {
    String jvm = "image: 'openjdk:21', resources: {limits: {cpu: " + limit + "}}";
    List<Finding> found = of("jvm-cpu-limit", container(jvm, LIVENESS + ", " + numbers + "}"));
    assertThat(found)
        .extracting(finding -> finding.focus().toString().replaceFirst(".*\\.", ""))
        .isEqualTo(field == null ? List.of() : List.of(field));
    assertThat(
            of(
                "jvm-cpu-limit",
                container(jvm.replace("openjdk:21", "shop/orders"), LIVENESS + "}")))
        .isEmpty();
  }

  @Test
  void namesTheFiguresOfAStarvedStart() {
    assertThat(
            of(
                "jvm-cpu-limit",
                container(
                    "image: 'openjdk:21', resources: {limits: {cpu: 200m}}, startupProbe:"
                        + " {tcpSocket: {port: 80}}",
                    LIVENESS + ", timeoutSeconds: 5}")))
        .extracting(Finding::message)
        .containsExactly(
            "the startup probe of container \"a\" gives 20 s to start, and 12 s of CPU time, as"
                + " Spring Boot needs them, take 60 s at a limit of 200m.");
  }

  @Test
  void aPodsOwnLimitHoldsForItsContainers() {
    String pod =
        "{resources: {limits: {cpu: 200m}}, containers: [{name: a, image: 'openjdk:21', "
            + LIVENESS
            + "}}]}";
    assertThat(ids(deployment("", pod))).contains("jvm-cpu-limit").doesNotContain("jvm-timeout");
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ''                                   | failureThreshold: 128, periodSeconds: 10 | 1280 s to start, 0 + 128 x 10, but progressDeadlineSeconds is 600
          ''                                   | failureThreshold: 60, periodSeconds: 10  | -
          ''                                   | failureThreshold: 601, periodSeconds: 1  | 601 s to start, 0 + 601 x 1, but progressDeadlineSeconds is 600
          progressDeadlineSeconds: 1281        | failureThreshold: 128, periodSeconds: 10 | -
          progressDeadlineSeconds: 30          | initialDelaySeconds: 5                   | 35 s to start, 5 + 3 x 10, but progressDeadlineSeconds is 30
          progressDeadlineSeconds: 2147483647  | failureThreshold: 128, periodSeconds: 10 | -
          """)
  void aStartThatIsAllowedFitsIntoTheRollout(String spec, String numbers, String said) {
    String pod =
        "{containers: [{name: a, image: i, startupProbe: {tcpSocket: {port: 80}, %s}}]}"
            .formatted(numbers);
    assertThat(of("progress-deadline", deployment(spec, pod)))
        .hasSize(said == null ? 0 : 1)
        .allSatisfy(finding -> assertThat(finding.message()).contains(String.valueOf(said)));
    assertThat(of("progress-deadline", deployment(spec, pod).replace("Deployment", "StatefulSet")))
        .as("has no deadline")
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          gcr.io/distroless/java21                       | livenessProbe | [wget, -q, "http://x"]          | wget
          gcr.io/distroless/java21                       | livenessProbe | [/bin/sh, -c, "exit 0"]         | /bin/sh
          gcr.io/distroless/static-debian12:nonroot      | livenessProbe | [cat, /tmp/healthy]             | cat
          gcr.io/distroless/static@sha256:01             | livenessProbe | [curl, -f, "http://x"]          | curl
          registry.example/team/distroless-orders:1      | livenessProbe | [curl, -f, "http://x"]          | curl
          mcr.microsoft.com/openjdk/jdk:21-distroless    | livenessProbe | [bash, -c, "true"]              | bash
          cgr.dev/chainguard/jre:latest                  | livenessProbe | [curl, -f, "http://x"]          | curl
          ubuntu/jre:21-24.04-chiselled                  | livenessProbe | [test, -f, /tmp/healthy]        | test
          gcr.io/distroless/java21                       | livenessProbe | [java, -version]                | -
          gcr.io/distroless/java21                       | livenessProbe | [/app/probe, --live]            | -
          gcr.io/distroless/java21                       | livenessProbe | [/tools/busybox, wget]          | -
          gcr.io/distroless/java21:debug                 | livenessProbe | [wget, -q, "http://x"]          | -
          gcr.io/distroless/java21:debug-nonroot         | livenessProbe | [sh, -c, "wget x"]              | -
          cgr.dev/chainguard/jre:latest-dev              | livenessProbe | [sh, -c, "wget x"]              | -
          gcr.io/distroless/python3                      | livenessProbe | [sh, -c, "python3 -V"]          | -
          gcr.io/distroless/python3                      | livenessProbe | [sh, -c, "curl -f x"]           | curl
          eclipse-temurin:21                             | livenessProbe | [sh, -c, "curl -f x"]           | -
          shop/orders                                    | livenessProbe | [wget]                          | -
          gcr.io/distroless/java21                       | preStop       | [/bin/sh, -c, "sleep 10"]       | /bin/sh
          gcr.io/distroless/java21                       | preStop       | [sleep, "10"]                   | sleep
          gcr.io/distroless/java21:debug                 | preStop       | [sleep, "10"]                   | -
          """)
  void aCommandIsInTheImage(String image, String owner, String command, String program) {
    String exec = "{exec: {command: %s}}".formatted(command);
    String written =
        owner.equals("preStop") ? "lifecycle: {preStop: " + exec + "}" : owner + ": " + exec;
    assertThat(of("program-not-in-image", container("image: '" + image + "'", written)))
        .extracting(finding -> finding.message().replaceFirst(".* has no \"([^\"]*)\".*", "$1"))
        .isEqualTo(program == null ? List.of() : List.of(program));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          httpGet: {port: 80, httpHeaders: [{name: Authorization, value: Basic YTpi}]}   | header "Authorization"
          httpGet: {port: 80, httpHeaders: [{name: authorization, value: Bearer t}]}     | header "authorization"
          httpGet: {port: 80, httpHeaders: [{name: X-Api-Key, value: k}]}                | header "X-Api-Key"
          httpGet: {port: 80, httpHeaders: [{name: X-Vault-Token, value: k}]}            | header "X-Vault-Token"
          httpGet: {port: 80, httpHeaders: [{name: Authorization, value: ""}]}           | -
          httpGet: {port: 80, httpHeaders: [{name: Authorization, value: "$(TOKEN)"}]}   | -
          httpGet: {port: 80, httpHeaders: [{name: Host, value: shop.example}]}          | -
          httpGet: {port: 80, httpHeaders: [{name: Cookie, value: session=probe}]}       | -
          httpGet: {port: 80, path: "/healthz?token=abc"}                                | parameter "token"
          httpGet: {port: 80, path: "/healthz?a=1&api_key=abc"}                          | parameter "api_key"
          httpGet: {port: 80, path: "/healthz?verbose=true"}                             | -
          httpGet: {port: 80, path: "/token/status"}                                     | -
          exec: {command: [curl, -H, "Authorization: Bearer abc", "http://localhost"]}   | header "Authorization"
          exec: {command: [sh, -c, "curl -u a:$PASSWORD http://localhost"]}              | -
          exec: {command: [sh, -c, "curl http://a:b@localhost/"]}                        | the user in a URL
          exec: {command: [mysqladmin, --password=abc, ping]}                            | option "--password"
          exec: {command: [tool, --api-token, abc]}                                      | option "--api-token"
          exec: {command: [sh, -c, "mysqladmin --password=$MYSQL_PASSWORD ping"]}        | -
          exec: {command: [cat, /tmp/password]}                                          | -
          exec: {command: [curl, -u, "a:abc", "http://localhost"]}                       | option "-u"
          exec: {command: [sh, -c, "/usr/bin/curl -f -u a:abc http://localhost"]}        | option "-u"
          exec: {command: [curl, -u, a, "http://localhost"]}                             | -
          exec: {command: [psql, "postgresql://a:abc@localhost/shop"]}                   | the user in a URL
          exec: {command: [mysqladmin, -uroot, -pabc, ping]}                             | option "-p"
          exec: {command: [mysqladmin, -p, ping]}                                        | -
          exec: {command: [sh, -c, "mysqladmin ping -p$MYSQL_PASSWORD"]}                 | -
          exec: {command: [redis-cli, -a, abc, ping]}                                    | option "-a"
          exec: {command: [redis-cli, -a, $REDIS_PASSWORD, ping]}                        | -
          exec: {command: [sh, -c, "redis-cli -a `cat /secret` ping"]}                   | -
          exec: {command: [mongosh, -u, root, -p, abc, --eval, ping]}                    | option "-p"
          exec: {command: [ps, -p, "1"]}                                                 | -
          exec: {command: [sh, -c, "PGPASSWORD=abc psql -c 'select 1'"]}                 | variable "PGPASSWORD"
          exec: {command: [env, MYSQL_PWD=abc, mysqladmin, ping]}                        | variable "MYSQL_PWD"
          exec: {command: [sh, -c, "PWD=/tmp ls"]}                                       | -
          exec: {command: [sh, -c, "TOKEN=$(cat /token) check"]}                         | -
          """)
  void aProbeHoldsNoCredentials(String handler, String what) {
    List<Finding> found =
        of("probe-credentials", container("image: i", "livenessProbe: {" + handler + "}"));
    assertThat(found)
        .extracting(finding -> finding.message().replaceFirst(" of the liveness probe.*", ""))
        .isEqualTo(what == null ? List.of() : List.of(what));
    assertThat(found)
        .as("never repeats them")
        .noneMatch(finding -> finding.text().contains("YTpi") || finding.text().contains("abc"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          livenessProbe: {httpGet: {port: 80, path: "/$(BASE)/livez"}}                           | $(BASE)
          livenessProbe: {httpGet: {port: 80, path: "/${BASE}/livez"}}                           | ${BASE}
          livenessProbe: {httpGet: {port: 80, path: /$BASE/livez}}                               | $BASE
          livenessProbe: {httpGet: {port: 80, path: /odata/$metadata}}                           | -
          livenessProbe: {httpGet: {port: 80, path: "/$$(BASE)"}}                                | -
          livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: Host, value: "$(HOST)"}]}}    | $(HOST)
          livenessProbe: {httpGet: {port: 80, host: "$(POD_IP)"}}                                | $(POD_IP)
          livenessProbe: {grpc: {port: 80, service: "$(NAME)"}}                                  | $(NAME)
          livenessProbe: {exec: {command: [pg_isready, -U, $PGUSER]}}                            | $PGUSER
          livenessProbe: {exec: {command: [pg_isready, -U, "${PGUSER}"]}}                        | ${PGUSER}
          livenessProbe: {exec: {command: [pg_isready, -U, $(GIVEN)]}}                           | -
          livenessProbe: {exec: {command: [pg_isready, -U, $(SECRET)]}}                          | $(SECRET)
          livenessProbe: {exec: {command: [pg_isready, -U, $(OTHER)]}}                           | $(OTHER)
          livenessProbe: {exec: {command: [sh, -c, "pg_isready -U $PGUSER"]}}                    | -
          livenessProbe: {exec: {command: [/bin/bash, -c, "test $(cat /a) = ${B}"]}}             | -
          lifecycle: {preStop: {exec: {command: [tell, $(GIVEN)]}}}                              | $(GIVEN)
          lifecycle: {postStart: {exec: {command: [sh, -c, "tell $GIVEN"]}}}                     | -
          """)
  void somebodyExpandsEachVariable(String written, String variable) {
    String env =
        "env: [{name: GIVEN, value: a}, {name: SECRET, valueFrom: {secretKeyRef: {name: s, key:"
            + " k}}}]";
    assertThat(of("variable-unexpanded", container("image: i, " + env, written)))
        .extracting(finding -> finding.message().replaceFirst("\"([^\"]*)\" in .*", "$1"))
        .isEqualTo(variable == null ? List.of() : List.of(variable));
    assertThat(of("variable-unexpanded", container("image: 'i:$(TAG)', " + env, written)))
        .as("the whole manifest is filled in first")
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: dns, containerPort: 53, protocol: UDP}                           | 53  | true
          {name: dns, containerPort: 53, protocol: UDP}                           | dns | true
          {name: dns, containerPort: 53, protocol: SCTP}                          | dns | true
          {name: dns, containerPort: 53, protocol: TCP}                           | dns | false
          {name: dns, containerPort: 53}                                          | 53  | false
          {name: dns, containerPort: 53, protocol: UDP}, {containerPort: 53}      | dns | false
          {name: dns, containerPort: 53, protocol: UDP}                           | 80  | false
          """)
  void aProbedPortSpeaksTcp(String ports, String port, boolean wrong) {
    String written = "livenessProbe: {tcpSocket: {port: %s}}".formatted(port);
    assertThat(of("port-without-tcp", container("image: i, ports: [" + ports + "]", written)))
        .hasSize(wrong ? 1 : 0);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'httpGet: {port: 80, path: "/livez "}'          | path
          'httpGet: {port: 80, path: " /livez"}'          | path
          'httpGet: {port: 80, path: "/livez\\n"}'        | path
          'httpGet: {port: 80, path: "/livez\\t"}'        | path
          'httpGet: {port: 80, path: "/livez\\u00a0"}'    | path
          'httpGet: {port: 80, path: "/livez\\u200b"}'    | path
          'httpGet: {port: 80, path: /livez }'            | ''
          'httpGet: {port: 80, path: "/li\\u200bvez"}'     | path
          'httpGet: {port: 80, path: "/li\\u00a0vez"}'     | path
          'httpGet: {port: 80, path: "/a b"}'             | ''
          'httpGet: {port: 80, path: “/livez”}'           | path
          'httpGet: {port: 80, path: /a“b”}'              | ''
          'exec: {command: [cat, “/tmp/up”]}'             | command
          'exec: {command: [grep, it’s, /tmp/up]}'        | ''
          'httpGet: {port: 80}'                           | ''
          'httpGet: {port: 80, host: "a.example "}'       | host
          'grpc: {port: 80, service: "orders "}'          | service
          'exec: {command: ["cat ", /a]}'                 | command
          'exec: {command: [cat, "/a "]}'                 | ''
          """)
  void nothingThatIsAskedForEndsWithABlank(String handler, String field) {
    assertThat(of("blank-at-end", container("image: i", "livenessProbe: {" + handler + "}")))
        .extracting(finding -> finding.focus().toString().replaceFirst(".*\\.", ""))
        .isEqualTo(field.isEmpty() ? List.of() : List.of(field));
  }

  @Test
  void hooksRunWithoutAShellLikeProbes() {
    assertThat(
            of(
                "exec-without-shell",
                container("image: i", "lifecycle: {preStop: {exec: {command: [sleep 10]}}}")))
        .extracting(Finding::message)
        .containsExactly(
            "command \"sleep 10\" of the preStop hook of container \"a\" is one element, and so the"
                + " name of one program.");
  }

  @Test
  void aPortThatSeveralProbesAskIsOneMatter() {
    String both =
        "livenessProbe: {httpGet: {path: /a, port: 80}}, readinessProbe: {httpGet: {path: /b, port:"
            + " %d}}";
    assertThat(of("port-number-undeclared", container("image: i", both.formatted(80)))).hasSize(1);
    assertThat(of("port-number-undeclared", container("image: i", both.formatted(81)))).hasSize(2);
  }

  private static String container(String fields, String written) {
    return deployment("", "{containers: [{name: a, %s, %s}]}".formatted(fields, written));
  }

  private static String deployment(String spec, String pod) {
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {%stemplate: {spec: %s}}\n"
        .formatted(spec.isEmpty() ? "" : spec + ", ", pod);
  }

  private static List<Finding> of(String ruleId, String manifest) {
    return findings(manifest).stream().filter(found -> found.ruleId().equals(ruleId)).toList();
  }

  private static List<String> ids(String manifest) {
    return findings(manifest).stream().map(Finding::ruleId).toList();
  }

  private static List<Finding> findings(String manifest) {
    List<Finding> found =
        ManifestLinter.create().lint("x.yaml", manifest).findings().stream()
            .map(placed -> placed.finding())
            .toList();
    assertThat(found).extracting(Finding::ruleId).doesNotContain("yaml-syntax", "wrong-type");
    return found;
  }
}
