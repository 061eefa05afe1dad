package dev.sonde.micronaut;

/** Where the probes are answered. */
enum ProbePlace {
  /** On a port of Sonde's own: the one that the container is declared with, or another. */
  OWN_PORT,
  /** Nowhere; Sonde's checks can still be seen among Micronaut's indicators. */
  NOTHING
}
