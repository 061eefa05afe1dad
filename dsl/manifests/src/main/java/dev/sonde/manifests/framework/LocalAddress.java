package dev.sonde.manifests.framework;

import dev.sonde.rules.FrameworkRules;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address that only answers within the pod. */
final class LocalAddress {

  private static final Pattern LOCAL =
      Pattern.compile(
          "localhost|127(\\.\\d+){1,3}|\\[?(::1|0:0:0:0:0:0:0:1)]?", Pattern.CASE_INSENSITIVE);

  private LocalAddress() {}

  /** Refuses a server that listens to it alone: the kubelet asks from outside. */
  static void refuse(Optional<Setting> address) {
    address
        .filter(setting -> LOCAL.matcher(setting.value().strip()).matches())
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
