package dev.sonde.kubelet.cli;

import dev.sonde.kubelet.live.Goal;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.pod.RestartPolicy;
import dev.sonde.kubelet.prober.KubernetesVersion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param file the probes
 * @param options how to run the container
 * @param whenReadyGet a URL to request once, when the pod is ready for the first time
 */
record LiveCommand(Path file, LiveOptions.Builder options, Optional<URI> whenReadyGet) {

  static final String USAGE =
      """
      Usage: PROBES.yaml [options] [-- COMMAND [ARGUMENT...]]
      Runs COMMAND as the kubelet would and probes it as PROBES.yaml says. Without a command,
      probes what runs already.
        --until ready|restart     end when the pod is ready, or when a restart is decided
        --max-duration 90s|2m     end after this time; exit code 1 if the goal was not reached
        --when-ready-get URL      request URL once, when the pod is ready for the first time
        --address HOST            the pod's address, for probes without a host (127.0.0.1)
        --restart-policy POLICY   Always, OnFailure or Never (Always)
        --grace-period SECONDS    how long the process has to stop (30)
        --kubernetes VERSION      the release to behave like (%s)
      Exit codes: 0 the goal was reached or there was none, 1 it was not, 2 the command cannot run.
      """
          .formatted(KubernetesVersion.DEFAULT);

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it makes no sense; the message says why
   */
  static LiveCommand parse(String... arguments) {
    Deque<String> words = new ArrayDeque<>(List.of(arguments));
    LiveOptions.Builder options = LiveOptions.builder();
    Optional<Path> file = Optional.empty();
    Optional<URI> get = Optional.empty();
    while (!words.isEmpty()) {
      String word = words.remove();
      switch (word) {
        case "--until" -> options.goal(goal(value(word, words)));
        case "--max-duration" -> options.maxDuration(duration(value(word, words)));
        case "--when-ready-get" -> get = Optional.of(URI.create(value(word, words)));
        case "--address" -> options.address(value(word, words));
        case "--restart-policy" -> options.restartPolicy(RestartPolicy.of(value(word, words)));
        case "--grace-period" ->
            options.terminationGracePeriodSeconds(Long.parseLong(value(word, words)));
        case "--kubernetes" -> options.version(KubernetesVersion.parse(value(word, words)));
        case "--" -> {
          options.command(List.copyOf(words));
          words.clear();
        }
        default -> {
          if (word.startsWith("-") || file.isPresent()) {
            throw new IllegalArgumentException("unexpected \"" + word + "\".");
          }
          file = Optional.of(Path.of(word));
        }
      }
    }
    Path probes =
        file.orElseThrow(() -> new IllegalArgumentException("the file of the probes is missing."));
    return new LiveCommand(probes, options, get);
  }

  private static String value(String option, Deque<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value.");
    }
    return words.remove();
  }

  private static Goal goal(String text) {
    return switch (text) {
      case "ready" -> Goal.READY;
      case "restart" -> Goal.RESTART;
      default ->
          throw new IllegalArgumentException("--until " + text + ": write ready or restart.");
    };
  }

  /** {@code 90s}, {@code 2m}, {@code 1h30m} or plain seconds. */
  private static Duration duration(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    boolean plain = upper.chars().allMatch(Character::isDigit);
    try {
      return Duration.parse("PT" + upper + (plain ? "S" : ""));
    } catch (java.time.format.DateTimeParseException malformed) {
      throw new IllegalArgumentException(
          "duration \"" + text + "\" is not of the form 90s or 2m.", malformed);
    }
  }
}
