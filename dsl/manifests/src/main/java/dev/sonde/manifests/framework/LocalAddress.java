package dev.sonde.manifests.framework;

import dev.sonde.rules.FrameworkRules;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An address that only answers within the pod. */
final class LocalAddress {

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private LocalAddress() {}

  /** Refuses a server that listens to it alone: the kubelet asks from outside. */
  static void refuse(Optional<Setting> address) {
    address
        .filter(setting -> LOCAL.contains(setting.value().strip().toLowerCase(Locale.ROOT)))
        .ifPresent(
            setting -> {
              throw new SettingException(
                  setting.finding(
                      FrameworkRules.HEALTH_OFF,
                      setting.name()
                          + " is "
                          + setting.value()
                          + ", so nobody outside the pod is answered, nor the kubelet.",
                      "Leave it out where the application runs in a pod."));
            });
  }
}
