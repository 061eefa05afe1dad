package dev.sonde.model;

import dev.sonde.yaml.YamlMap;

/**
 * A header of a probe's HTTP request.
 *
 * @param name the header's name
 * @param value the header's value; an empty one removes a header that the kubelet sends by default
 */
public record HttpHeader(String name, String value) {

  /**
   * {@return the header that is written in an object}
   *
   * @param source its fields
   */
  public static HttpHeader read(FieldSource source) {
    return new HttpHeader(source.text("name").orElse(""), source.text("value").orElse(""));
  }

  YamlMap toFields() {
    return YamlMap.builder().put("name", name).put("value", value).build();
  }
}
