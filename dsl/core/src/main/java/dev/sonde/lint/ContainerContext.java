package dev.sonde.lint;

import dev.sonde.measured.MeasuredEvidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is known about a container beside its probes.
 *
 * @param application what is known about the application in it
 * @param image the image, as it is written
 * @param commandAndArgs its command and arguments
 * @param variables the names of its environment variables, with the value of each that has one in
 *     the manifest; unset where it comes from elsewhere
 * @param cpuLimitMillis the limit of its CPU in thousandths of a core; unset if there is none
 * @param measured what was measured of it, under whatever limits
 * @param portsWithoutTcp the numbers that it declares for other protocols than TCP alone
 */
public record ContainerContext(
    ApplicationFacts application,
    Optional<String> image,
    List<String> commandAndArgs,
    Map<String, Optional<String>> variables,
    OptionalLong cpuLimitMillis,
    List<MeasuredEvidence> measured,
    Set<Integer> portsWithoutTcp) {

  /** Nothing is known. */
  public static final ContainerContext UNKNOWN = of(ApplicationFacts.UNKNOWN);

  /** Copies the collections, so that the value stays what it was. */
  public ContainerContext {
    commandAndArgs = List.copyOf(commandAndArgs);
    variables = Map.copyOf(variables);
    measured = List.copyOf(measured);
    portsWithoutTcp = Set.copyOf(portsWithoutTcp);
  }

  /**
   * {@return a container of which nothing but the application is known}
   *
   * @param application what is known about it
   */
  public static ContainerContext of(ApplicationFacts application) {
    return new ContainerContext(
        application,
        Optional.empty(),
        List.of(),
        Map.of(),
        OptionalLong.empty(),
        List.of(),
        Set.of());
  }

  /**
   * {@return this with what was measured of the container}
   *
   * @param evidence under whatever limits
   */
  public ContainerContext withMeasured(List<MeasuredEvidence> evidence) {
    return new ContainerContext(
        application, image, commandAndArgs, variables, cpuLimitMillis, evidence, portsWithoutTcp);
  }

  /**
   * {@return this with what is known about the application}
   *
   * @param other what is known about it
   */
  public ContainerContext with(ApplicationFacts other) {
    return new ContainerContext(
        other, image, commandAndArgs, variables, cpuLimitMillis, measured, portsWithoutTcp);
  }
}
