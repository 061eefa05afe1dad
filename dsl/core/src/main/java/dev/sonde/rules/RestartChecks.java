package dev.sonde.rules;

import dev.sonde.model.ContainerRestart;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.RestartRule;
import dev.sonde.model.RestartRule.ExitCodes;
import dev.sonde.release.FeatureGate;
import dev.sonde.release.KubernetesVersion;
import java.util.List;

/** The API server's verdict on how a container itself says when it is restarted. */
final class RestartChecks {

  private final ContainerSpec container;
  private final FieldPath policyPath;
  private final FieldPath rulesPath;
  private final FindingSubject subject;
  private final KubernetesVersion release;
  private final FindingCollector report;

  RestartChecks(
      ContainerSpec container,
      FieldPath path,
      FindingSubject subject,
      KubernetesVersion release,
      FindingCollector report) {
    this.container = container;
    this.policyPath = path.field(ContainerRestart.POLICY);
    this.rulesPath = path.field(ContainerRestart.RULES);
    this.subject = subject;
    this.release = release;
    this.report = report;
  }

  /** Whether the release knows no policy but that of sidecars. */
  private boolean knowsSidecarsOnly() {
    return FeatureGate.CONTAINER_RESTART_RULES.in(release) == FeatureGate.State.ABSENT;
  }

  private void refuseUnknownRules() {
    if (!container.restartPolicyRules().isEmpty()) {
      refuse(
          rulesPath,
          "%s has restartPolicyRules, which came with Kubernetes %s."
              .formatted(subject.words(), FeatureGate.CONTAINER_RESTART_RULES.since()),
          "Remove them.");
    }
  }

  /** Without a policy the API server does not look at the rules of an init container. */
  void checkInit() {
    if (knowsSidecarsOnly()) {
      refuseUnknownRules();
      container
          .restartPolicy()
          .filter(policy -> !policy.equals(ContainerSpec.RESTART_ALWAYS))
          .ifPresent(policy -> refuseValue(policy, ContainerSpec.RESTART_ALWAYS));
    } else {
      checkPolicy();
      if (container.restartPolicy().isPresent()) {
        checkRules();
      }
    }
  }

  /** Its rules came with the action that restarts all containers. */
  void checkSidecar() {
    if (knowsSidecarsOnly()) {
      refuseUnknownRules();
    } else if (FeatureGate.RESTART_ALL_CONTAINERS.isOn(release)) {
      checkRules();
    } else if (!container.restartPolicyRules().isEmpty()) {
      refuse(
          rulesPath,
          "%s has restartPolicyRules, which a sidecar can have from Kubernetes 1.36 on."
              .formatted(subject.words()),
          "Remove them.");
    }
  }

  void checkMain() {
    if (knowsSidecarsOnly()) {
      refuseUnknownRules();
      container
          .restartPolicy()
          .ifPresent(
              policy ->
                  refusePolicy(
                      "%s has restartPolicy %s, which sidecars alone can have before Kubernetes %s."
                          .formatted(
                              subject.words(),
                              FindingWords.quote(policy),
                              FeatureGate.CONTAINER_RESTART_RULES.since()),
                      "Remove it."));
    } else {
      checkPolicy();
      checkRules();
    }
  }

  private void checkPolicy() {
    if (container.restartPolicy().isEmpty() && !container.restartPolicyRules().isEmpty()) {
      refusePolicy(
          "%s has restartPolicyRules, but no restartPolicy.".formatted(subject.words()),
          "Add one: %s.".formatted(choice(ContainerRestart.POLICIES)));
    }
    container
        .restartPolicy()
        .filter(policy -> !ContainerRestart.POLICIES.contains(policy))
        .ifPresent(policy -> refuseValue(policy, choice(ContainerRestart.POLICIES)));
  }

  private void refuseValue(String policy, String supported) {
    refusePolicy(
        "restartPolicy %s of %s is not supported."
            .formatted(FindingWords.quote(policy), subject.words()),
        "Write %s, or remove it.".formatted(supported));
  }

  private void refusePolicy(String message, String remedy) {
    report.add(ApiRules.CONTAINER_RESTART_POLICY.finding(policyPath, message, remedy));
  }

  private void checkRules() {
    List<RestartRule> rules = container.restartPolicyRules();
    if (rules.size() > ContainerRestart.MOST_RULES) {
      refuse(
          rulesPath,
          "%s has %d restartPolicyRules.".formatted(subject.words(), rules.size()),
          "Write at most %d.".formatted(ContainerRestart.MOST_RULES));
    }
    for (int i = 0; i < rules.size(); i++) {
      check(rules.get(i), rulesPath.index(i));
    }
  }

  private void check(RestartRule rule, FieldPath path) {
    boolean restartsAll = FeatureGate.RESTART_ALL_CONTAINERS.isOn(release);
    checkWord(
        path.field("action"),
        "action",
        rule.action(),
        restartsAll ? RestartRule.ACTIONS : List.of(RestartRule.RESTART));
    rule.exitCodes()
        .ifPresentOrElse(
            codes -> check(codes, path.field("exitCodes")),
            () ->
                refuse(
                    path.field("exitCodes"),
                    "%s of %s has no exitCodes.".formatted(last(path), subject.words()),
                    "Say for which exit codes it holds."));
  }

  private void check(ExitCodes codes, FieldPath path) {
    checkWord(path.field("operator"), "operator", codes.operator(), ExitCodes.OPERATORS);
    if (codes.values().size() > ExitCodes.MOST_VALUES) {
      refuse(
          path.field("values"),
          "a rule of %s lists %d exit codes.".formatted(subject.words(), codes.values().size()),
          "List at most %d.".formatted(ExitCodes.MOST_VALUES));
    }
  }

  private void checkWord(FieldPath path, String field, String word, List<String> known) {
    if (!known.contains(word)) {
      refuse(
          path,
          "%s %s in the restartPolicyRules of %s is not supported."
              .formatted(field, FindingWords.quote(word), subject.words()),
          "Write %s.".formatted(choice(known)));
    }
  }

  private void refuse(FieldPath path, String message, String remedy) {
    report.add(ApiRules.RESTART_POLICY_RULES.finding(path, message, remedy));
  }

  private static String last(FieldPath path) {
    int last = path.segments().size() - 1;
    return new FieldPath(path.segments().subList(last - 1, last + 1)).toString();
  }

  private static String choice(List<String> words) {
    int last = words.size() - 1;
    if (last == 0) {
      return words.get(0);
    }
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
