package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.event.KillReason;
import java.util.function.BooleanSupplier;

/**
 * How a container is killed.
 *
 * @param reason why
 * @param graceSeconds its grace period
 * @param restarts another instance follows
 * @param turn tells whether those are gone that have to stop first
 */
record KillOrder(KillReason reason, long graceSeconds, boolean restarts, BooleanSupplier turn) {

  static KillOrder atOnce(KillReason reason, long graceSeconds, boolean restarts) {
    return new KillOrder(reason, graceSeconds, restarts, () -> true);
  }
}
