package dev.sonde.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Lines for people who wait. Whether somebody does is asked once, and not before the first line: it
 * takes a process, and most runs have nothing to say. To be used by one thread.
 */
final class ProgressLines implements Consumer<String> {

  private final BooleanSupplier watched;
  private final PrintWriter err;
  private Optional<Boolean> answer = Optional.empty();

  ProgressLines(BooleanSupplier watched, PrintWriter err) {
    this.watched = watched;
    this.err = err;
  }

  @Override
  public void accept(String line) {
    boolean shown = answer.orElseGet(watched::getAsBoolean);
    answer = Optional.of(shown);
    if (shown) {
      err.println(line);
      err.flush();
    }
  }
}
