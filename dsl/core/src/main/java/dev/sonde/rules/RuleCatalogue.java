package dev.sonde.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule there is, in the order of the documentation: API server, decoding, advice. */
public final class RuleCatalogue {

  private static final List<Rule> ALL =
      Stream.of(ApiRules.ALL, DecodeRules.ALL, InputRules.ALL, LintRules.ALL)
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
