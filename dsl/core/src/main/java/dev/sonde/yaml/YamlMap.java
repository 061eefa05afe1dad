package dev.sonde.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A map from strings. It is written in the order in which its entries were put.
 *
 * @param entries the entries, in order
 */
public record YamlMap(Map<String, YamlNode> entries) implements YamlNode {

  /** Copies the entries with their order, so that the value stays what it was. */
  public YamlMap {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** {@return a builder with no entry} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return whether there is no entry} */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Collects entries in order. Not safe for use by several threads. */
  public static final class Builder {
    private final Map<String, YamlNode> entries = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Puts an entry. A key that is there already keeps its place and gets the new value.
     *
     * @param key the key
     * @param value any node
     * @return this builder
     */
    public Builder put(String key, YamlNode value) {
      entries.put(key, value);
      return this;
    }

    /**
     * Puts a string.
     *
     * @param key the key
     * @param value the string
     * @return this builder
     */
    public Builder put(String key, String value) {
      return put(key, new YamlText(value));
    }

    /**
     * Puts a number.
     *
     * @param key the key
     * @param value the number
     * @return this builder
     */
    public Builder put(String key, long value) {
      return put(key, new YamlNumber(value));
    }

    /**
     * Puts a string if there is one.
     *
     * @param key the key
     * @param value the string
     * @return this builder
     */
    public Builder put(String key, Optional<String> value) {
      return value.isPresent() ? put(key, value.get()) : this;
    }

    /**
     * Puts a number if there is one.
     *
     * @param key the key
     * @param value the number
     * @return this builder
     */
    public Builder put(String key, OptionalLong value) {
      return value.isPresent() ? put(key, value.getAsLong()) : this;
    }

    /**
     * Puts all entries of another map, in their order.
     *
     * @param other the other map
     * @return this builder
     */
    public Builder putAll(YamlMap other) {
      entries.putAll(other.entries());
      return this;
    }

    /** {@return the map} */
    public YamlMap build() {
      return new YamlMap(entries);
    }
  }
}
