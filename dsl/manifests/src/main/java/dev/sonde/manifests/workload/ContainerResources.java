package dev.sonde.manifests.workload;

import dev.sonde.manifests.decode.JsonReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container, or a pod, may use at most.
 *
 * @param cpuMillis thousandths of a core; unset if there is no limit
 * @param memoryBytes unset if there is no limit
 */
public record ContainerResources(OptionalLong cpuMillis, OptionalLong memoryBytes) {

  /** No limits. */
  public static final ContainerResources UNLIMITED =
      new ContainerResources(OptionalLong.empty(), OptionalLong.empty());

  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\+?(\\d{0,18}\\.?\\d{0,18})([eE][+-]?\\d{1,2}|Ki|Mi|Gi|Ti|Pi|Ei|[munkMGTPE])?");
  private static final Map<String, Integer> ZEROS =
      Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
  private static final String BINARY = "KMGTPE";
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /**
   * {@return the limits of a container or pod}
   *
   * @param owner the container, or the pod's spec
   */
  public static ContainerResources of(JsonReader owner) {
    JsonReader limits = owner.at(List.of("resources", "limits"));
    return new ContainerResources(
        limits.written("cpu").map(ContainerResources::cpu).orElse(OptionalLong.empty()),
        limits.written("memory").map(ContainerResources::memory).orElse(OptionalLong.empty()));
  }

  /**
   * {@return these limits, and another one's where there are none}
   *
   * @param other the other limits, such as the pod's
   */
  public ContainerResources or(ContainerResources other) {
    return new ContainerResources(
        cpuMillis.isPresent() ? cpuMillis : other.cpuMillis,
        memoryBytes.isPresent() ? memoryBytes : other.memoryBytes);
  }

  /**
   * {@return an amount of CPU in thousandths of a core; nothing if it is none}
   *
   * @param quantity such as {@code 500m} or {@code 0.5}
   */
  public static OptionalLong cpu(String quantity) {
    return amount(quantity, 3);
  }

  /**
   * {@return an amount of memory in bytes; nothing if it is none}
   *
   * @param quantity such as {@code 512Mi}
   */
  public static OptionalLong memory(String quantity) {
    return amount(quantity, 0);
  }

  /** In the unit that is so many powers of ten smaller. */
  private static OptionalLong amount(String quantity, int scale) {
    Matcher parts = QUANTITY.matcher(quantity);
    if (!parts.matches() || parts.group(1).chars().noneMatch(Character::isDigit)) {
      return OptionalLong.empty();
    }
    String unit = parts.group(2) == null ? "" : parts.group(2);
    BigDecimal number = new BigDecimal("0" + parts.group(1));
    BigDecimal whole =
        unit.endsWith("i")
            ? number.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(unit.charAt(0)) + 1))
            : number.scaleByPowerOfTen(
                unit.length() > 1
                    ? Integer.parseInt(unit.substring(1))
                    : ZEROS.getOrDefault(unit, 0));
    return OptionalLong.of(whole.scaleByPowerOfTen(scale).min(MOST).longValue());
  }
}
