package dev.sonde.kubelet.measure;

import static java.util.stream.Collectors.joining;

import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.kubelet.scenario.DurationText;
import dev.sonde.manifests.workload.ContainerResources;
import dev.sonde.measured.LimitMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a goal or command asks to be measured, as it is written.
 *
 * @param command the process and its arguments; empty for one that runs already
 * @param pid the process that runs already
 * @param runs how often it is started
 * @param cpu the limit of its CPU, such as {@code 500m}, or {@code none}; the manifest's if unset
 * @param memory the limit of its memory, such as {@code 512Mi}, or {@code none}; likewise
 * @param limitBy how the CPU is limited; the best way that works if unset
 * @param address the pod's address, for probes without a host
 * @param load what clients ask for
 * @param clients how many of them
 * @param askEvery how often each probe is asked, such as {@code 200ms}
 * @param startWithin how long a start may take
 * @param phase how long the phases after the first ten seconds are
 * @param maxDuration after which no run begins
 * @param subject what is measured; seen from the command if unset
 * @param dated whether the day is written down
 */
public record MeasureRequest(
    List<String> command,
    Optional<Long> pid,
    int runs,
    Optional<String> cpu,
    Optional<String> memory,
    Optional<String> limitBy,
    String address,
    Optional<String> load,
    int clients,
    String askEvery,
    String startWithin,
    String phase,
    String maxDuration,
    Optional<Path> subject,
    boolean dated) {

  private static final String NONE = "none";
  private static final long MEBIBYTE = 1L << 20;

  /** Copies the command, so that the value stays what it was. */
  public MeasureRequest {
    command = List.copyOf(command);
  }

  /**
   * {@return how to measure}
   *
   * @param found the container, whose limits count where none are asked for
   * @throws IllegalArgumentException if something is not written as it should be; the message says
   *     what and how
   */
  public MeasureOptions options(ProbedContainer found) {
    ContainerResources limits = found.resources();
    return new MeasureOptions(
        command,
        pid,
        runs,
        limit("--cpu", cpu, limits.cpuMillis(), ContainerResources::cpu, 1),
        limit("--memory", memory, limits.memoryBytes(), ContainerResources::memory, MEBIBYTE),
        limitBy.map(MeasureRequest::method),
        address,
        load.map(RequestUrl::parse),
        clients,
        duration("--ask-every", askEvery),
        duration("--start-within", startWithin),
        duration("--phase", phase),
        duration("--max-duration", maxDuration),
        subject.or(() -> CommandSubject.of(command)),
        dated);
  }

  private static OptionalInt limit(
      String option,
      Optional<String> asked,
      OptionalLong written,
      Function<String, OptionalLong> reader,
      long unit) {
    OptionalLong limit = written;
    if (asked.isPresent()) {
      limit = asked.get().equals(NONE) ? OptionalLong.empty() : reader.apply(asked.get());
      if (limit.isEmpty() && !asked.get().equals(NONE)) {
        throw new IllegalArgumentException(
            "%s \"%s\" is no amount such as 500m or 512Mi; none means without a limit."
                .formatted(option, asked.get()));
      }
    }
    return limit.isPresent()
        ? OptionalInt.of((int) Math.min(1_000_000_000, limit.getAsLong() / unit))
        : OptionalInt.empty();
  }

  private static LimitMethod method(String word) {
    return Arrays.stream(LimitMethod.values())
        .filter(method -> method != LimitMethod.ATTACHED && method.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--limit-by \"%s\" is none of %s."
                        .formatted(
                            word,
                            Arrays.stream(LimitMethod.values())
                                .filter(method -> method != LimitMethod.ATTACHED)
                                .map(LimitMethod::word)
                                .collect(joining(", ")))));
  }

  private static Duration duration(String option, String text) {
    return DurationText.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s \"%s\" is not of the form 200ms, 90s or 2m.".formatted(option, text)));
  }
}
