package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.model.ContainerSpec;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What to run and how.
 *
 * @param container the container, with its probes
 * @param options a fresh builder each time, filled in except for who hears events and output
 * @param traffic what users ask for
 */
record KubeletSetup(
    ContainerSpec container, Supplier<LiveOptions.Builder> options, Optional<URI> traffic) {

  /**
   * {@return what an annotation says}
   *
   * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if it makes no sense
   */
  static KubeletSetup of(KubeletTest annotation) {
    KubeletExtensionBuilder builder =
        KubeletExtension.builder()
            .arguments(annotation.arguments())
            .jvmArguments(annotation.jvmArguments())
            .environment(annotation.environment())
            .timeFactor(annotation.timeFactor())
            .endpointDelay(Seconds.of(annotation.endpointDelaySeconds()));
    if (annotation.application() != void.class) {
      builder.application(annotation.application());
    }
    given(annotation.manifest()).ifPresent(builder::manifest);
    given(annotation.workload()).ifPresent(builder::workload);
    given(annotation.container()).ifPresent(builder::container);
    given(annotation.traffic()).ifPresent(builder::traffic);
    given(annotation.restartPolicy()).ifPresent(builder::restartPolicy);
    given(annotation.kubernetes()).ifPresent(builder::kubernetes);
    if (annotation.terminationGracePeriodSeconds() >= 0) {
      builder.terminationGracePeriodSeconds(annotation.terminationGracePeriodSeconds());
    }
    return builder.setup();
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(text -> !text.isEmpty());
  }
}
