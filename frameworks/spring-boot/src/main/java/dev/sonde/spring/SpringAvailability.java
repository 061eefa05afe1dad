package dev.sonde.spring;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpointsBuilder;
import dev.sonde.runtime.ProbeStateListener;
import dev.sonde.runtime.answer.EndpointKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Spring's availability states, as others than Sonde have set them, and the way to change them.
 * Thread-safe.
 *
 * <p>What Sonde publishes it does not hear: else a probe that has once failed would keep itself
 * from ever passing again.
 */
final class SpringAvailability implements ApplicationListener<AvailabilityChangeEvent<?>> {

  private static final String STARTED = "applicationStarted";
  private static final String LIVENESS = "livenessState";
  private static final String READINESS = "readinessState";

  private final ApplicationContext context;
  private volatile @Nullable AvailabilityState liveness;
  private volatile @Nullable AvailabilityState readiness;
  private volatile boolean wasReady;
  private volatile boolean closing;

  SpringAvailability(ApplicationContext context) {
    this.context = context;
  }

  /** A management context tells its parent's listeners of states of its own, which do not count. */
  @Override
  public void onApplicationEvent(AvailabilityChangeEvent<?> event) {
    Object source = event.getSource();
    if (source == this || (source instanceof ApplicationContext other && other != context)) {
      return;
    }
    if (event.getState() instanceof LivenessState state) {
      liveness = state;
    } else if (event.getState() instanceof ReadinessState state) {
      readiness = state;
      wasReady |= state == ReadinessState.ACCEPTING_TRAFFIC;
    }
  }

  /** {@return whether the application has been ready for traffic at any time} */
  boolean wasReady() {
    return wasReady;
  }

  void close() {
    closing = true;
  }

  /** {@return whether the context closes} */
  boolean isClosing() {
    return closing;
  }

  void addTo(HealthEndpointsBuilder endpoints) {
    endpoints
        .check(EndpointKind.STARTUP, Check.bool(STARTED, () -> liveness != null))
        .check(EndpointKind.LIVENESS, Check.bool(LIVENESS, () -> liveness != LivenessState.BROKEN))
        .check(
            EndpointKind.READINESS,
            Check.bool(READINESS, () -> readiness == ReadinessState.ACCEPTING_TRAFFIC));
  }

  ProbeStateListener publisher() {
    return new ProbeStateListener(Set.of(STARTED, LIVENESS, READINESS), this::publish);
  }

  private void publish(EndpointKind probe, boolean passes) {
    if (closing || probe == EndpointKind.STARTUP) {
      return;
    }
    if (probe == EndpointKind.LIVENESS) {
      publish(
          passes && liveness != LivenessState.BROKEN
              ? LivenessState.CORRECT
              : LivenessState.BROKEN);
    } else {
      publish(
          passes && readiness == ReadinessState.ACCEPTING_TRAFFIC
              ? ReadinessState.ACCEPTING_TRAFFIC
              : ReadinessState.REFUSING_TRAFFIC);
    }
  }

  private void publish(AvailabilityState state) {
    AvailabilityChangeEvent.publish(context, this, state);
  }
}
