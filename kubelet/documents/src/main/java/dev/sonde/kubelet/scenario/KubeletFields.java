package dev.sonde.kubelet.scenario;

import dev.sonde.kubelet.BackOffLimits;
import dev.sonde.kubelet.sim.KubeletMode;
import dev.sonde.kubelet.sim.KubeletSettings;
import dev.sonde.release.KubernetesVersion;
import java.time.Duration;

/** Reads what the kubelet is like. */
final class KubeletFields {

  private KubeletFields() {}

  static KubeletSettings read(ScenarioFields fields) {
    KubeletSettings settings =
        new KubeletSettings(
            KubernetesVersion.DEFAULT,
            KubeletMode.IDEAL,
            fields.choice("inheritsStarted", ScenarioFields.FLAGS),
            fields.duration("upFor"),
            fields.durations("restartsAt"),
            fields.object("backOff").map(KubeletFields::backOff).orElse(BackOffLimits.DEFAULT),
            fields.duration("syncDelay").orElse(Duration.ZERO),
            fields.duration("endpointDelay").orElse(Duration.ZERO));
    fields.finish();
    return settings;
  }

  private static BackOffLimits backOff(ScenarioFields fields) {
    BackOffLimits limits =
        new BackOffLimits(
            fields.duration("first").orElse(BackOffLimits.DEFAULT.first()),
            fields.duration("max").orElse(BackOffLimits.DEFAULT.max()));
    if (limits.first().isZero() || limits.max().compareTo(limits.first()) < 0) {
      fields.incomplete("needs first above 0 and max not below it.", "Raise the lower one.");
    }
    fields.finish();
    return limits;
  }
}
