package dev.sonde.runtime;

/**
 * The health of one container, as what Sonde generates implements it: by this type a framework
 * finds the generated class among its beans. Thread-safe.
 */
@FunctionalInterface
public interface ContainerHealth {

  /** {@return the endpoints without a server, for a server of your own} */
  HealthEndpoints endpoints();
}
