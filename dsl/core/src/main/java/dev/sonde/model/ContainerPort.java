package dev.sonde.model;

import java.util.Optional;

/**
 * A port that a container declares.
 *
 * @param name the name by which probes and Services may refer to it
 * @param containerPort the number
 */
public record ContainerPort(Optional<String> name, int containerPort) {}
