package dev.sonde.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule there is: each id that Sonde prints, wherever it does. */
public final class RuleCatalogue {

  private static final List<Rule> ALL =
      Stream.of(
              ApiRules.ALL,
              DecodeRules.ALL,
              InputRules.ALL,
              LintRules.ALL,
              EvidenceRules.ALL,
              ReleaseRules.ALL,
              MergeRules.ALL,
              EnvironmentRules.ALL,
              FrameworkRules.ALL,
              AdoptRules.ALL,
              Arrays.stream(JavaRule.values()).map(JavaRule::rule).toList())
          .flatMap(List::stream)
          .toList();

  private RuleCatalogue() {}

  /** {@return every rule} */
  public static List<Rule> all() {
    return ALL;
  }

  /**
   * {@return the rule of that name, if there is one}
   *
   * @param id such as {@code port-range}
   */
  public static Optional<Rule> find(String id) {
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
