package dev.sonde.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the API server says about a {@code stopSignal} where its feature gate is on. Where it is
 * off, it drops the field unseen.
 */
public final class StopSignalChecks {

  private static final String WINDOWS = "windows";
  private static final List<String> OF_WINDOWS = List.of("SIGTERM", "SIGKILL");

  /** Those without the real-time signals, Kubernetes: core/v1 Signal. */
  private static final String OF_LINUX =
      "SIGABRT SIGALRM SIGBUS SIGCHLD SIGCLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGIO SIGIOT"
          + " SIGKILL SIGPIPE SIGPOLL SIGPROF SIGPWR SIGQUIT SIGSEGV SIGSTKFLT SIGSTOP SIGSYS"
          + " SIGTERM SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH"
          + " SIGXCPU SIGXFSZ SIGRTMIN SIGRTMAX";

  private StopSignalChecks() {}

  /**
   * {@return what is wrong with the signal that code or a document declares for a container}
   *
   * @param signal the signal as it was written
   * @param container the container that gets it
   */
  static Optional<Finding> inCode(String signal, FindingSubject container) {
    return ofName(signal, FieldPath.of("lifecycle", "stopSignal"), container)
        .map(finding -> finding.withSeverity(Severity.ERROR));
  }

  private static Optional<Finding> ofName(String signal, FieldPath path, FindingSubject container) {
    if (isKnown(signal)) {
      return Optional.empty();
    }
    List<String> known = known();
    return Optional.of(
        LintRules.STOP_SIGNAL.finding(
            path,
            "stopSignal %s of %s is not a signal that Kubernetes knows."
                .formatted(FindingWords.quote(signal), container.words()),
            SimilarName.to(signal, known)
                .or(() -> SimilarName.to("SIG" + signal, known))
                .map(meant -> "Did you mean " + FindingWords.quote(meant) + "?")
                .orElse("Write one such as SIGTERM or SIGINT, or remove it.")));
  }

  /**
   * {@return what is wrong with a signal in a pod}
   *
   * @param signal the signal as it was written
   * @param os the operating system that the pod names
   * @param path the way to the signal
   * @param container the container that gets it
   */
  public static Optional<Finding> inPod(
      String signal, Optional<String> os, FieldPath path, FindingSubject container) {
    if (os.isEmpty()) {
      return Optional.of(
          LintRules.STOP_SIGNAL.finding(
              path,
              "stopSignal %s of %s needs the pod to say its operating system."
                  .formatted(FindingWords.quote(signal), container.words()),
              "Add os.name to the pod, such as linux, or remove stopSignal."));
    }
    return os.get().equals(WINDOWS) && isKnown(signal) && !OF_WINDOWS.contains(signal)
        ? Optional.of(
            LintRules.STOP_SIGNAL.finding(
                path,
                "stopSignal %s of %s does not exist on windows."
                    .formatted(FindingWords.quote(signal), container.words()),
                "Write SIGTERM or SIGKILL, or remove it."))
        : ofName(signal, path, container);
  }

  /**
   * Tells whether an operating system of Kubernetes knows a signal.
   *
   * @param signal such as {@code SIGINT}
   */
  public static boolean isKnown(String signal) {
    return known().contains(signal);
  }

  /** {@return the signals that Kubernetes knows, such as {@code SIGINT}} */
  public static List<String> known() {
    List<String> signals = new ArrayList<>(List.of(OF_LINUX.split(" ", -1)));
    IntStream.rangeClosed(1, 15).forEach(n -> signals.add("SIGRTMIN+" + n));
    IntStream.rangeClosed(1, 14).forEach(n -> signals.add("SIGRTMAX-" + n));
    return signals;
  }
}
