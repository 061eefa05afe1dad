package dev.sonde.processor.diagnostic;

import dev.sonde.rules.JavaRule;
import dev.sonde.rules.Severity;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Prints problems: sorted by place, each once however often it is found. Not thread-safe. */
public final class ProblemReport {

  private final Messager messager;
  private final Set<String> printed = new HashSet<>();
  private boolean failed;

  /**
   * Starts without problems.
   *
   * @param messager where to print
   */
  public ProblemReport(Messager messager) {
    this.messager = messager;
  }

  /**
   * Prints those problems that were not printed before.
   *
   * @param problems what is wrong
   */
  public void print(Collection<SourceProblem> problems) {
    TreeMap<String, SourceProblem> sorted = new TreeMap<>();
    for (SourceProblem problem : problems) {
      String identity = problem.place().order() + "\0" + problem.text();
      if (printed.add(identity)) {
        sorted.put(identity, problem);
      }
    }
    for (SourceProblem problem : sorted.values()) {
      print(problem);
    }
  }

  /** Tells whether an error was printed. */
  public boolean failed() {
    return failed;
  }

  /**
   * Prints a problem that has no place in the sources, unless it was printed before.
   *
   * @param rule the rule
   * @param message what is wrong and what to do
   */
  public void print(JavaRule rule, String message) {
    if (printed.add(message)) {
      failed |= rule.severity() == Severity.ERROR;
      messager.printMessage(kind(rule.severity()), "[" + rule.id() + "] " + message);
    }
  }

  private void print(SourceProblem problem) {
    failed |= problem.severity() == Severity.ERROR;
    SourcePlace place = problem.place();
    messager.printMessage(
        kind(problem.severity()),
        problem.text(),
        place.element(),
        place.annotation(),
        place.value());
  }

  private static Diagnostic.Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Diagnostic.Kind.ERROR;
      case WARNING -> Diagnostic.Kind.WARNING;
      case INFO -> Diagnostic.Kind.NOTE;
    };
  }
}
