package dev.sonde.spring;

/** The port on which the probes are answered. */
public enum ServeOn {
  /** A port of Sonde's own: the one that the container is declared with, or {@code sonde.port}. */
  OWN_PORT,
  /** The application's own port, {@code server.port}. */
  MAIN_PORT,
  /** The port of Actuator, {@code management.server.port}; without one, the application's own. */
  MANAGEMENT_PORT,
  /** None; Sonde's checks can still be seen in Actuator. */
  NOTHING
}
