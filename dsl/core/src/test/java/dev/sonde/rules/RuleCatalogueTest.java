package dev.sonde.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
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
              assertThat(rule.summary()).matches("(\\p{Upper}|@|starts).+\\.");
              assertThat(rule.why()).matches("([\\p{Upper}\\d/].+\\.)?");
              assertThat(rule.source()).isNotBlank();
            });
  }

  @Test
  void whatTheApiServerRefusesIsAlwaysAnError() {
    assertThat(RuleCatalogue.all())
        .filteredOn(r -> r.kind() == FindingKind.API || r.kind() == FindingKind.DECODE)
        .allSatisfy(rule -> assertThat(rule.severity()).isEqualTo(Severity.ERROR));
  }

  /** Reflection finds a constant that somebody forgot to list. */
  @Test
  void hasEveryRuleThatIsDeclared() throws IllegalAccessException {
    for (Class<?> catalogue :
        List.of(
            ApiRules.class,
            DecodeRules.class,
            InputRules.class,
            LintRules.class,
            MergeRules.class,
            EnvironmentRules.class,
            AdoptRules.class)) {
      for (Field field : catalogue.getDeclaredFields()) {
        if (field.getType() == Rule.class) {
          assertThat(RuleCatalogue.all()).contains((Rule) field.get(null));
        }
      }
    }
  }

  @Test
  void findsARuleByItsName() {
    assertThat(RuleCatalogue.find("port-range")).contains(ApiRules.PORT_RANGE);
    assertThat(RuleCatalogue.find("port-rage")).isEmpty();
  }
}
