package dev.sonde.health;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a check found. Immutable, so safe in any thread.
 *
 * <p>The data is for operators; endpoints only show it if you ask for it.
 */
public final class Health {

  private static final Health UP = new Health(Status.UP, Map.of());
  private static final Health DEGRADED = new Health(Status.DEGRADED, Map.of());
  private static final Health DOWN = new Health(Status.DOWN, Map.of());

  private final Status status;
  private final Map<String, Object> data;

  private Health(Status status, Map<String, Object> data) {
    this.status = status;
    this.data = data;
  }

  /** Whether something is well. */
  public enum Status {
    /** It is well. */
    UP,
    /** It works, though worse than it should; a probe still succeeds. */
    DEGRADED,
    /** It does not work; the probe fails. */
    DOWN
  }

  /** {@return the answer that all is well} */
  public static Health up() {
    return UP;
  }

  /**
   * {@return the answer that it works, though worse than it should: probes succeed, operators see
   * it}
   */
  public static Health degraded() {
    return DEGRADED;
  }

  /** {@return the answer that something is wrong} */
  public static Health down() {
    return DOWN;
  }

  /**
   * {@return {@link #up()} or {@link #down()}}
   *
   * @param well whether all is well
   */
  public static Health of(boolean well) {
    return well ? UP : DOWN;
  }

  /**
   * {@return what a health check of another library has found: down where it fails there, up if it
   * says {@code UP}; any other word counts as degraded, and is kept as {@code status}}
   *
   * @param word the other library's status
   * @param fails whether its own endpoint would fail with that
   * @param data what else it reports; truth values and whole numbers stay, all else becomes text
   */
  public static Health translated(String word, boolean fails, Map<String, ?> data) {
    Health health = of(!fails);
    if (!fails && !word.equals("UP")) {
      health = DEGRADED.with("status", word);
    }
    for (Map.Entry<String, ?> each : data.entrySet()) {
      health = health.withValue(each.getKey(), plain(each.getValue()));
    }
    return health;
  }

  private static Object plain(Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    return value instanceof Integer || value instanceof Long
        ? ((Number) value).longValue()
        : String.valueOf(value);
  }

  /**
   * {@return this answer with one more piece of data}
   *
   * @param key what it is
   * @param value text
   */
  public Health with(String key, String value) {
    return withValue(key, value);
  }

  /**
   * {@return this answer with one more piece of data}
   *
   * @param key what it is
   * @param value a number
   */
  public Health with(String key, long value) {
    return withValue(key, value);
  }

  /**
   * {@return this answer with one more piece of data}
   *
   * @param key what it is
   * @param value true or false
   */
  public Health with(String key, boolean value) {
    return withValue(key, value);
  }

  /**
   * {@return this answer with another status and the same data}
   *
   * @param other the status
   */
  public Health withStatus(Status other) {
    return other == status ? this : new Health(Objects.requireNonNull(other, "other"), data);
  }

  private Health withValue(String key, Object value) {
    Map<String, Object> more = new TreeMap<>(data);
    more.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
    return new Health(status, Collections.unmodifiableMap(more));
  }

  /** {@return whether it is well} */
  public Status status() {
    return status;
  }

  /** {@return the data, sorted by key: texts, {@link Long}s and {@link Boolean}s} */
  public Map<String, Object> data() {
    return data;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Health health && status == health.status && data.equals(health.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, data);
  }

  @Override
  public String toString() {
    return data.isEmpty() ? status.toString() : status + " " + data;
  }
}
