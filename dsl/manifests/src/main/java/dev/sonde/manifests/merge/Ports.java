package dev.sonde.manifests.merge;

import dev.sonde.model.ContainerPort;
import dev.sonde.yaml.YamlMap;

/** Ports as fields of a container. */
final class Ports {

  static final String FIELD = "ports";

  private Ports() {}

  static String path(ContainerPort port) {
    return FIELD + "[" + port.containerPort() + "]";
  }

  static YamlMap fields(ContainerPort port) {
    return YamlMap.builder()
        .put("name", port.name())
        .put("containerPort", port.containerPort())
        .build();
  }
}
