package dev.sonde.model;

import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a container is restarted, as far as it says so itself: the pod has a policy, too.
 *
 * @param policy {@code Always}, {@code OnFailure} or {@code Never}; unset, the pod's
 * @param rules for which exit codes it is restarted anyway; the first that holds decides
 */
public record ContainerRestart(Optional<String> policy, List<RestartRule> rules) {

  /** The field with the policy. */
  public static final String POLICY = "restartPolicy";

  /** The field with the rules. */
  public static final String RULES = "restartPolicyRules";

  /** All fields of a container that say something of it. */
  public static final List<String> FIELDS = List.of(POLICY, RULES);

  /** The policies that a container may have. */
  public static final List<String> POLICIES =
      List.of(ContainerSpec.RESTART_ALWAYS, "OnFailure", "Never");

  /** How many rules a container may have. */
  public static final int MOST_RULES = 20;

  /** All is left to the pod. */
  public static final ContainerRestart OF_POD = new ContainerRestart(Optional.empty(), List.of());

  /** Copies the rules, so that the value stays what it was. */
  public ContainerRestart {
    rules = List.copyOf(rules);
  }

  /**
   * {@return what is written in a container}
   *
   * @param container the container's fields
   */
  public static ContainerRestart read(FieldSource container) {
    List<RestartRule> rules = new ArrayList<>();
    for (FieldSource rule : container.objects(RULES)) {
      rules.add(RestartRule.read(rule));
    }
    return new ContainerRestart(container.text(POLICY), rules);
  }

  /** Tells whether the container says something. */
  public boolean isWritten() {
    return policy.isPresent() || !rules.isEmpty();
  }

  /** {@return what a sidecar says beyond what makes it one: its policy alone says nothing} */
  public ContainerRestart ofSidecar() {
    return rules.isEmpty() ? OF_POD : this;
  }

  /** {@return this under Kubernetes' field names; nothing of what is left to the pod} */
  public YamlMap toFields() {
    YamlMap.Builder fields = YamlMap.builder().put(POLICY, policy);
    if (!rules.isEmpty()) {
      List<YamlNode> list = new ArrayList<>();
      for (RestartRule rule : rules) {
        list.add(rule.toFields());
      }
      fields.put(RULES, new YamlList(list));
    }
    return fields.build();
  }
}
