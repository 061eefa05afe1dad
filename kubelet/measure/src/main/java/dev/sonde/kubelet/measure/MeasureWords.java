package dev.sonde.kubelet.measure;

import static java.util.stream.Collectors.joining;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.kubelet.scenario.DurationText;
import dev.sonde.manifests.workload.ContainerResources;
import dev.sonde.measured.LimitMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads how to measure as people write it in options and poms. */
public final class MeasureWords {

  private static final String NONE = "none";
  private static final long MEBIBYTE = 1L << 20;

  private MeasureWords() {}

  /**
   * {@return the limit of CPU, in thousandths of a core}
   *
   * @param asked such as {@code 500m}, or {@code none}; the manifest's if unset
   * @param found the container, with the manifest's limits
   * @throws IllegalArgumentException if it is no amount
   */
  public static OptionalInt cpu(Optional<String> asked, ProbedContainer found) {
    return limit("--cpu", asked, found.resources().cpuMillis(), ContainerResources::cpu, 1);
  }

  /**
   * {@return the limit of memory, in mebibytes}
   *
   * @param asked such as {@code 512Mi}, or {@code none}; the manifest's if unset
   * @param found the container, with the manifest's limits
   * @throws IllegalArgumentException if it is no amount
   */
  public static OptionalInt memory(Optional<String> asked, ProbedContainer found) {
    return limit(
        "--memory", asked, found.resources().memoryBytes(), ContainerResources::memory, MEBIBYTE);
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

  /**
   * {@return how the CPU is limited}
   *
   * @param word such as {@code duty-cycle}
   * @throws IllegalArgumentException if there is no such way
   */
  public static LimitMethod method(String word) {
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

  /**
   * {@return a time}
   *
   * @param option what to call it in a message
   * @param text such as {@code 200ms}
   * @throws IllegalArgumentException if it is none
   */
  public static Duration duration(String option, String text) {
    return DurationText.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s \"%s\" is not of the form 200ms, 90s or 2m.".formatted(option, text)));
  }
}
