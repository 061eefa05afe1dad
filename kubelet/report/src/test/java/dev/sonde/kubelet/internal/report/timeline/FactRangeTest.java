package dev.sonde.kubelet.internal.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.internal.report.model.Timeline.Fact;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FactRangeTest {

  private static final Function<FactRange, Fact> AFTER = FactRange::after;
  private static final Function<FactRange, Fact> LATER = FactRange::later;
  private static final Function<FactRange, Fact> NUMBERS = FactRange::numbers;
  private static final Function<FactRange, Fact> REQUESTS = FactRange::requests;

  @ParameterizedTest(name = "{2}")
  @MethodSource("ranges")
  void tellsTheBestAndTheWorst(Function<FactRange, Fact> form, long[] millis, String told) {
    FactRange range = new FactRange("x");
    long unit = form == NUMBERS ? 1 : 1_000_000;
    LongStream.of(millis).forEach(value -> range.add(value < 0 ? -1 : value * unit));
    assertThat(form.apply(range)).isEqualTo(new Fact("x", told));
  }

  static List<Arguments> ranges() {
    return List.of(
        of(AFTER, "after 1.234 s", 1234),
        of(AFTER, "after 1.2 s to 1.4 s", 1234, 1301, 1299),
        of(AFTER, "after 0 s", 0),
        of(LATER, "at once", 0, 0),
        of(LATER, "0 s to 0.1 s later", 0, 50),
        of(LATER, "3 s later, not seen with 1 of 3 seeds", 3000, -1, 3000),
        of(LATER, "not seen", -1, -1),
        of(NUMBERS, "0 to 2", 2, 0, 1),
        of(NUMBERS, "3", 3, 3),
        of(REQUESTS, "none", 0, 0),
        of(REQUESTS, "up to as many as come in 1 s", 0, 1000),
        of(REQUESTS, "as many as come in 0.5 s to 1 s", 500, 1000));
  }

  private static Arguments of(Function<FactRange, Fact> form, String told, long... millis) {
    return Arguments.of(form, millis, told);
  }
}
