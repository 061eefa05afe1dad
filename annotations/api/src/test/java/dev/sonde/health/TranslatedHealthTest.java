package dev.sonde.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other libraries' checks have found. */
class TranslatedHealthTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UP             | false | UP",
        "UP             | true  | DOWN",
        "DOWN           | true  | DOWN",
        "OUT_OF_SERVICE | true  | DOWN",
        "DOWN           | false | DEGRADED {status=DOWN}",
        "UNKNOWN        | false | DEGRADED {status=UNKNOWN}",
        "up             | false | DEGRADED {status=up}",
      })
  void theOtherLibrarysEndpointSaysWhatFails(String word, boolean fails, String expected) {
    assertThat(Health.translated(word, fails, Map.of())).hasToString(expected);
  }

  @Test
  void truthAndWholeNumbersStayAndAllElseBecomesText() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("truth", true);
    data.put("small", 3);
    data.put("large", 4L);
    data.put("broken", 1.5);
    data.put("nothing", null);
    assertThat(Health.translated("UP", false, data).data())
        .containsExactly(
            Map.entry("broken", "1.5"),
            Map.entry("large", 4L),
            Map.entry("nothing", "null"),
            Map.entry("small", 3L),
            Map.entry("truth", true));
  }
}
