package dev.sonde.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleCatalogueTest {

  @Test
  void everyRuleHasItsOwnNameInLowerCaseWithHyphens() {
    assertThat(RuleCatalogue.all()).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(RuleCatalogue.all())
        .allSatisfy(rule -> assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void everyRuleSaysInSentencesWhatItDemandsAndWhy() {
    assertThat(RuleCatalogue.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.summary()).matches("\\p{Upper}.+\\.");
              assertThat(rule.why()).matches("[\\p{Upper}\\d/].+\\.");
              assertThat(rule.source()).isNotBlank();
            });
  }

  @Test
  void whatTheApiServerRefusesIsAlwaysAnError() {
    assertThat(RuleCatalogue.all())
        .filteredOn(rule -> rule.kind() != FindingKind.LINT)
        .allSatisfy(rule -> assertThat(rule.severity()).isEqualTo(Severity.ERROR));
  }

  @Test
  void findsARuleByItsName() {
    assertThat(RuleCatalogue.find("port-range")).contains(ApiRules.PORT_RANGE);
    assertThat(RuleCatalogue.find("port-rage")).isEmpty();
  }
}
