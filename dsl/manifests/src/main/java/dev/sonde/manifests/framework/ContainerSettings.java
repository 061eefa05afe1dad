package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.PlacedFinding;
import java.util.List;

/**
 * What a container of a manifest sets for the application that it runs.
 *
 * @param variables its environment variables
 * @param properties the system properties of its JVM
 * @param arguments the application's arguments as most frameworks take them, {@code --name=value}
 * @param wideArguments the same as Micronaut takes them: with one hyphen, too, and with the value
 *     as a word of its own
 * @param unseen what sets more and was not seen
 */
record ContainerSettings(
    List<Setting> variables,
    List<Setting> properties,
    List<Setting> arguments,
    List<Setting> wideArguments,
    List<PlacedFinding> unseen) {

  /** Nothing is set. */
  static final ContainerSettings NONE =
      new ContainerSettings(List.of(), List.of(), List.of(), List.of(), List.of());

  ContainerSettings {
    variables = List.copyOf(variables);
    properties = List.copyOf(properties);
    arguments = List.copyOf(arguments);
    wideArguments = List.copyOf(wideArguments);
    unseen = List.copyOf(unseen);
  }
}
