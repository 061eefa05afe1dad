package dev.sonde.microprofile;

/**
 * Marks a bean whose producers make MicroProfile checks of Sonde's own ones. Sonde never collects
 * what it produces, so that no check can come to ask itself.
 */
public interface OwnHealthChecks {}
