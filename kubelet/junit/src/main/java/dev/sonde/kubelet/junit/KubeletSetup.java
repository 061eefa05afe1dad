package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.model.ContainerSpec;
import dev.sonde.rules.FieldPath;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What to run and how.
 *
 * @param container the container, with its probes
 * @param options a fresh builder each time, filled in except for who hears events and output
 * @param traffic what users ask for
 * @param place where a field of the container is written, as far as that is known
 */
record KubeletSetup(
    ContainerSpec container,
    Supplier<LiveOptions.Builder> options,
    Optional<RequestUrl> traffic,
    Function<FieldPath, String> place) {

  KubeletSetup with(ContainerSpec other) {
    return new KubeletSetup(other, options, traffic, place);
  }

  /** The annotation's default. */
  private static final long MANIFESTS_OWN = -1;

  /**
   * {@return what an annotation says}
   *
   * @throws ExtensionConfigurationException if it makes no sense
   */
  static KubeletSetup of(KubeletTest annotation) {
    KubeletExtensionBuilder builder =
        KubeletExtension.builder()
            .arguments(annotation.arguments())
            .jvmArguments(annotation.jvmArguments())
            .environment(annotation.environment())
            .timeFactor(annotation.timeFactor())
            .endpointDelay(AnnotatedSeconds.of(annotation.endpointDelaySeconds()));
    if (annotation.application() != void.class) {
      builder.application(annotation.application());
    }
    given(annotation.manifest()).ifPresent(builder::manifest);
    given(annotation.workload()).ifPresent(builder::workload);
    given(annotation.container()).ifPresent(builder::container);
    given(annotation.traffic()).ifPresent(builder::traffic);
    given(annotation.restartPolicy()).ifPresent(builder::restartPolicy);
    given(annotation.kubernetes()).ifPresent(builder::kubernetes);
    if (annotation.terminationGracePeriodSeconds() != MANIFESTS_OWN) {
      builder.terminationGracePeriodSeconds(annotation.terminationGracePeriodSeconds());
    }
    return builder.setup();
  }

  /**
   * {@return where users send their requests}
   *
   * @throws ExtensionConfigurationException if it is no http or https URL with a host
   */
  static RequestUrl traffic(String url) {
    try {
      return RequestUrl.parse(url);
    } catch (IllegalArgumentException mistaken) {
      throw new ExtensionConfigurationException("traffic " + mistaken.getMessage(), mistaken);
    }
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(text -> !text.isEmpty());
  }
}
