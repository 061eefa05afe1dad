package dev.sonde.manifests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.output.PlacedFinding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodePortsTest {

  private static final String PORT = "ports: [{containerPort: 9808}]";

  @Test
  void namesBothWorkloadsAndThePort() {
    assertThat(
            clashes(
                agent("first", "hostNetwork: true", PORT),
                agent("second", "hostNetwork: true", PORT)))
        .extracting(PlacedFinding::text)
        .containsExactly(
            "x.yaml:11:18: warning: [host-port-clash] DaemonSet second takes port 9808 (TCP) of its"
                + " node, and so does DaemonSet first: on a node with both one does not start, or"
                + " is answered for by the other. Give each a port of its own, or keep them on"
                + " different nodes.");
  }

  @ParameterizedTest(name = "{0} / {1} and {2} / {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hostNetwork: true | ports: [{containerPort: 80}] | hostNetwork: true | ports: [{containerPort: 81}]                | 0
          hostNetwork: true | ports: [{containerPort: 80}] | dnsPolicy: Default | ports: [{containerPort: 80}]               | 0
          hostNetwork: true | ports: [{containerPort: 80}] | dnsPolicy: Default | ports: [{containerPort: 8080, hostPort: 80}] | 1
          hostNetwork: true | ports: [{containerPort: 80}] | hostNetwork: true | livenessProbe: {httpGet: {port: 80}}        | 1
          hostNetwork: true | livenessProbe: {tcpSocket: {port: 80}} | hostNetwork: true | readinessProbe: {grpc: {port: 80}} | 1
          hostNetwork: true | ports: [{containerPort: 80}] | hostNetwork: true | livenessProbe: {httpGet: {port: 80, host: a.example}} | 0
          hostNetwork: true | ports: [{containerPort: 53, protocol: UDP}] | hostNetwork: true | ports: [{containerPort: 53}] | 0
          hostNetwork: true | ports: [{containerPort: 53, protocol: UDP}] | hostNetwork: true | ports: [{containerPort: 53, protocol: UDP}] | 1
          dnsPolicy: Default | ports: [{containerPort: 1, hostPort: 80, hostIP: 10.0.0.1}] | dnsPolicy: Default | ports: [{containerPort: 1, hostPort: 80, hostIP: 10.0.0.2}] | 0
          dnsPolicy: Default | ports: [{containerPort: 1, hostPort: 80, hostIP: 10.0.0.1}] | dnsPolicy: Default | ports: [{containerPort: 1, hostPort: 80}] | 1
          hostNetwork: true, nodeSelector: {os: linux} | ports: [{containerPort: 80}] | hostNetwork: true, nodeSelector: {os: windows} | ports: [{containerPort: 80}] | 0
          hostNetwork: true, nodeSelector: {os: linux} | ports: [{containerPort: 80}] | hostNetwork: true, nodeSelector: {arch: arm64} | ports: [{containerPort: 80}] | 1
          """)
  void twoPodsMeetOnlyOnOnePortOfOneNode(
      String spec, String ports, String otherSpec, String otherPorts, int clashes) {
    assertThat(clashes(agent("a", spec, ports), agent("b", otherSpec, otherPorts)))
        .hasSize(clashes);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {key: role, operator: In, values: [a, b]}    | {key: role, operator: In, values: [b, c]}    | 1
          {key: role, operator: In, values: [a]}       | {key: role, operator: In, values: [c]}       | 0
          {key: role, operator: In, values: [a]}       | {key: role, operator: NotIn, values: [a, b]} | 0
          {key: role, operator: In, values: [a]}       | {key: role, operator: NotIn, values: [b]}    | 1
          {key: role, operator: Exists}                | {key: role, operator: DoesNotExist}          | 0
          {key: role, operator: In, values: [a]}       | {key: role, operator: DoesNotExist}          | 0
          {key: role, operator: NotIn, values: [a]}    | {key: role, operator: DoesNotExist}          | 1
          {key: role, operator: NotIn, values: [a]}    | {key: role, operator: NotIn, values: [b]}    | 1
          {key: role, operator: DoesNotExist}          | {key: role, operator: DoesNotExist}          | 1
          {key: cores, operator: Gt, values: ['4']}    | {key: cores, operator: Lt, values: ['2']}    | 1
          """)
  void nodeAffinityKeepsPodsApart(String one, String other, int clashes) {
    assertThat(
            clashes(
                agent("a", "hostNetwork: true, " + affinity(one), PORT),
                agent("b", "hostNetwork: true, " + affinity(other), PORT)))
        .hasSize(clashes);
  }

  /** The same workload for two environments is not twice in one cluster. */
  @Test
  void oneWorkloadInTwoFilesDoesNotMeetItself() {
    LintRun run = ManifestLinter.create().start();
    String agent = agent("agent", "hostNetwork: true", PORT);
    run.add(ManifestText.of("dev.yaml", agent)).add(ManifestText.of("prod.yaml", agent));
    assertThat(run.report().findings()).noneMatch(NodePortsTest::isClash);
  }

  @Test
  void aCommentSwitchesItOff() {
    String second = "# sonde:ignore host-port-clash Never on one node.\n";
    assertThat(
            clashes(
                agent("first", "hostNetwork: true", PORT),
                second + agent("second", "hostNetwork: true", PORT)))
        .isEmpty();
  }

  private static String affinity(String expression) {
    return "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
        + " {nodeSelectorTerms: [{matchExpressions: [%s]}]}}}".formatted(expression);
  }

  private static String agent(String name, String spec, String container) {
    return """
    apiVersion: apps/v1
    kind: DaemonSet
    metadata: {name: %s}
    spec: {template: {spec: {%s, containers: [{name: c, image: i,
             %s}]}}}
    """
        .formatted(name, spec, container);
  }

  private static List<PlacedFinding> clashes(String one, String other) {
    List<PlacedFinding> findings =
        ManifestLinter.create().lint("x.yaml", one + "---\n" + other).findings();
    assertThat(findings).noneMatch(found -> found.finding().ruleId().startsWith("yaml-"));
    return findings.stream().filter(NodePortsTest::isClash).toList();
  }

  private static boolean isClash(PlacedFinding found) {
    return found.finding().ruleId().equals("host-port-clash");
  }
}
