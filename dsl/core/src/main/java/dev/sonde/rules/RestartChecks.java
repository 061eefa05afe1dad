package dev.sonde.rules;

import dev.sonde.model.ContainerSpec;
import dev.sonde.model.RestartRule;
import dev.sonde.model.RestartRule.ExitCodes;
import java.util.List;

/** The API server's verdict on how a container itself says when it is restarted. */
final class RestartChecks {

  private static final List<String> POLICIES =
      List.of(ContainerSpec.RESTART_ALWAYS, "OnFailure", "Never");
  private static final List<String> ACTIONS = List.of("Restart", RestartRule.RESTART_ALL);
  private static final List<String> OPERATORS = List.of("In", "NotIn");
  private static final int MOST_RULES = 20;
  private static final int MOST_EXIT_CODES = 255;

  private final ContainerSpec container;
  private final FieldPath policyPath;
  private final FieldPath rulesPath;
  private final FindingSubject subject;
  private final FindingCollector report;

  RestartChecks(
      ContainerSpec container, FieldPath path, FindingSubject subject, FindingCollector report) {
    this.container = container;
    this.policyPath = path.field("restartPolicy");
    this.rulesPath = path.field("restartPolicyRules");
    this.subject = subject;
    this.report = report;
  }

  /** Without a policy the API server does not look at the rules of an init container. */
  void checkInit() {
    checkPolicy();
    if (container.restartPolicy().isPresent()) {
      checkRules();
    }
  }

  void check() {
    checkPolicy();
    checkRules();
  }

  private void checkPolicy() {
    if (container.restartPolicy().isEmpty() && !container.restartPolicyRules().isEmpty()) {
      refusePolicy(
          "%s has restartPolicyRules, but no restartPolicy.".formatted(subject.words()),
          "Add one: %s.".formatted(choice(POLICIES)));
    }
    container
        .restartPolicy()
        .filter(policy -> !POLICIES.contains(policy))
        .ifPresent(
            policy ->
                refusePolicy(
                    "restartPolicy %s of %s is not supported."
                        .formatted(FindingWords.quote(policy), subject.words()),
                    "Write %s, or remove it.".formatted(choice(POLICIES))));
  }

  private void refusePolicy(String message, String remedy) {
    report.add(ApiRules.CONTAINER_RESTART_POLICY.finding(policyPath, message, remedy));
  }

  private void checkRules() {
    List<RestartRule> rules = container.restartPolicyRules();
    if (rules.size() > MOST_RULES) {
      refuse(
          rulesPath,
          "%s has %d restartPolicyRules.".formatted(subject.words(), rules.size()),
          "Write at most %d.".formatted(MOST_RULES));
    }
    for (int i = 0; i < rules.size(); i++) {
      check(rules.get(i), rulesPath.index(i));
    }
  }

  private void check(RestartRule rule, FieldPath path) {
    checkWord(path.field("action"), "action", rule.action(), ACTIONS);
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
    checkWord(path.field("operator"), "operator", codes.operator(), OPERATORS);
    if (codes.values().size() > MOST_EXIT_CODES) {
      refuse(
          path.field("values"),
          "a rule of %s lists %d exit codes.".formatted(subject.words(), codes.values().size()),
          "List at most %d.".formatted(MOST_EXIT_CODES));
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
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
