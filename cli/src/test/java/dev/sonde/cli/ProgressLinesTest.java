package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLinesTest {

  private final AtomicInteger asked = new AtomicInteger();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksForTheTerminalOnceHoweverManyLinesThereAre(boolean terminal) {
    ProgressLines lines = lines(terminal);
    lines.accept("one");
    lines.accept("two");
    assertThat(asked).hasValue(1);
    assertThat(err.toString().lines().toList()).hasSize(terminal ? 2 : 0);
  }

  @Test
  void doesNotAskWithoutALine() {
    lines(true);
    assertThat(asked).hasValue(0);
  }

  private ProgressLines lines(boolean terminal) {
    return new ProgressLines(
        () -> {
          asked.incrementAndGet();
          return terminal;
        },
        new PrintWriter(err));
  }
}
