package dev.sonde.manifests.splice;

import dev.sonde.yaml.YamlNode;

/** Nodes on one line, for messages and records. */
public final class FlowYaml {

  private FlowYaml() {}

  /**
   * {@return the node in flow style, as in {@code {path: /livez, port: 8080}}}
   *
   * @param node any node
   */
  public static String oneLine(YamlNode node) {
    return FlowText.PLAIN.node(node);
  }
}
