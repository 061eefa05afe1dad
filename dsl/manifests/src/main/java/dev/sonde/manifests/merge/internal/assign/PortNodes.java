package dev.sonde.manifests.merge.internal.assign;

import dev.sonde.model.ContainerPort;
import dev.sonde.yaml.YamlMap;

/** Ports as fields of a container. */
public final class PortNodes {

  public static final String FIELD = "ports";

  private PortNodes() {}

  public static String path(ContainerPort port) {
    return FIELD + "[" + port.containerPort() + "]";
  }

  public static YamlMap fields(ContainerPort port) {
    return YamlMap.builder()
        .put("name", port.name())
        .put("containerPort", port.containerPort())
        .build();
  }
}
