package dev.sonde.model;

import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One probe as it was written: every field is what its author set, or unset. A field set to
 * Kubernetes' default is not the same as an unset one.
 *
 * @param handlers what was written, in the API server's order; exactly one is legal
 * @param numbers the numbers that were written, in the order of {@link ProbeField}
 * @see ProbeTiming for what Kubernetes makes of the unset ones
 */
public record Probe(List<Handler> handlers, Map<ProbeField, Long> numbers) {

  /**
   * Puts handlers and numbers into Kubernetes' order.
   *
   * @throws IllegalArgumentException if two handlers are of the same type, or a number has more
   *     than 32 bits where Kubernetes has no more
   */
  public Probe {
    handlers = ProbeFields.inOrder("a probe", handlers);
    Map<ProbeField, Long> sorted = new EnumMap<>(ProbeField.class);
    sorted.putAll(numbers);
    sorted.forEach(ProbeField::demandFit);
    numbers = Collections.unmodifiableMap(sorted);
  }

  /**
   * {@return a probe that sets its handler and leaves all else to Kubernetes}
   *
   * @param handler what one attempt does
   */
  public static Probe of(Handler handler) {
    return builder().handler(handler).build();
  }

  /**
   * {@return the probe that is written in an object} A number that does not fit counts as not
   * written.
   *
   * @param source the fields of the probe
   */
  public static Probe read(FieldSource source) {
    Builder probe = builder();
    ProbeFields.actions(source, ActionType.OF_PROBES, Handler.class).forEach(probe::handler);
    for (ProbeField field : ProbeField.values()) {
      OptionalLong number = source.int64(field.fieldName());
      if (number.isPresent() && field.fits(number.getAsLong())) {
        probe.number(field, number.getAsLong());
      }
    }
    return probe.build();
  }

  /** {@return a builder with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with what this probe sets} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.handlers.addAll(handlers);
    builder.numbers.putAll(numbers);
    return builder;
  }

  /**
   * {@return a number as it was written, if it was}
   *
   * @param field which of the numbers
   */
  public OptionalLong number(ProbeField field) {
    Long number = numbers.get(field);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** {@return {@link ProbeField#INITIAL_DELAY_SECONDS}, if it was written} */
  public OptionalInt initialDelaySeconds() {
    return int32(ProbeField.INITIAL_DELAY_SECONDS);
  }

  /** {@return {@link ProbeField#TIMEOUT_SECONDS}, if it was written} */
  public OptionalInt timeoutSeconds() {
    return int32(ProbeField.TIMEOUT_SECONDS);
  }

  /** {@return {@link ProbeField#PERIOD_SECONDS}, if it was written} */
  public OptionalInt periodSeconds() {
    return int32(ProbeField.PERIOD_SECONDS);
  }

  /** {@return {@link ProbeField#SUCCESS_THRESHOLD}, if it was written} */
  public OptionalInt successThreshold() {
    return int32(ProbeField.SUCCESS_THRESHOLD);
  }

  /** {@return {@link ProbeField#FAILURE_THRESHOLD}, if it was written} */
  public OptionalInt failureThreshold() {
    return int32(ProbeField.FAILURE_THRESHOLD);
  }

  /** {@return {@link ProbeField#TERMINATION_GRACE_PERIOD_SECONDS}, if it was written} */
  public OptionalLong terminationGracePeriodSeconds() {
    return number(ProbeField.TERMINATION_GRACE_PERIOD_SECONDS);
  }

  private OptionalInt int32(ProbeField field) {
    OptionalLong number = number(field);
    return number.isPresent()
        ? OptionalInt.of(Math.toIntExact(number.getAsLong()))
        : OptionalInt.empty();
  }

  /**
   * {@return this probe with one handler, in place of those it has}
   *
   * @param handler what one attempt does
   */
  public Probe withHandler(Handler handler) {
    return withHandlers(List.of(handler));
  }

  /** {@return the numbers of this probe alone; Kubernetes demands a handler beside them} */
  public Probe withoutHandler() {
    return withHandlers(List.of());
  }

  /**
   * {@return this probe with other handlers}
   *
   * @param others the handlers in place of those it has
   */
  public Probe withHandlers(List<Handler> others) {
    return new Probe(others, numbers);
  }

  /** {@return the handler that the API server looks at: the first in its order, if there is one} */
  public Optional<Handler> handler() {
    return handlers.stream().findFirst();
  }

  /**
   * {@return the number that Kubernetes works with: an unset or zero one becomes its default; unset
   * where there is no default}
   *
   * @param field which of the numbers
   */
  public OptionalLong effective(ProbeField field) {
    return field.effective(number(field));
  }

  /** {@return the numbers that Kubernetes works with: an unset or zero one becomes its default} */
  public ProbeTiming timing() {
    return ProbeTiming.of(this);
  }

  /**
   * {@return this probe as the API server stores it: every unset field, and every 0 that means
   * "unset", holds Kubernetes' default}
   *
   * <p>{@code terminationGracePeriodSeconds} has no default of its own and stays as it is.
   */
  public Probe withDefaults() {
    Builder probe = builder();
    handlers.forEach(handler -> probe.handler(handler.withDefaults()));
    for (ProbeField field : ProbeField.values()) {
      effective(field).ifPresent(number -> probe.number(field, number));
    }
    return probe.build();
  }

  /** {@return this probe without what Kubernetes would fill in for what is unset} */
  public Probe withoutDefaults() {
    Map<String, YamlNode> fields = new LinkedHashMap<>(toFields().entries());
    for (ProbeField field : ProbeField.values()) {
      field
          .defaultValue()
          .ifPresent(number -> fields.remove(field.fieldName(), new YamlNumber(number)));
    }
    for (ActionType type : ActionType.OF_PROBES) {
      if (fields.get(type.fieldName()) instanceof YamlMap handler) {
        Map<String, YamlNode> set = new LinkedHashMap<>(handler.entries());
        type.fields()
            .forEach(field -> field.unset().ifPresent(unset -> set.remove(field.name(), unset)));
        fields.put(type.fieldName(), new YamlMap(set));
      }
    }
    return read(new YamlFields(new YamlMap(fields)));
  }

  /**
   * {@return what this probe sets, under Kubernetes' names, in the order of Kubernetes' own type:
   * the handler, then the numbers}
   */
  public YamlMap toFields() {
    YamlMap.Builder fields = YamlMap.builder().putAll(ProbeFields.of(handlers));
    numbers.forEach((field, number) -> fields.put(field.fieldName(), number));
    return fields.build();
  }

  /** Collects the fields of a {@link Probe}. Not safe for use by several threads. */
  public static final class Builder {
    private final List<Handler> handlers = new ArrayList<>();
    private final Map<ProbeField, Long> numbers = new EnumMap<>(ProbeField.class);

    private Builder() {}

    /**
     * Adds a handler. A second one of another type is kept, for the rules to judge.
     *
     * @param handler what one attempt does
     * @return this builder
     */
    public Builder handler(Handler handler) {
      handlers.add(handler);
      return this;
    }

    /**
     * Sets a number.
     *
     * @param field which of the numbers
     * @param number legal from {@link ProbeField#least}
     * @return this builder
     */
    public Builder number(ProbeField field, long number) {
      numbers.put(field, number);
      return this;
    }

    /**
     * Sets {@code initialDelaySeconds}.
     *
     * @param seconds legal from 0
     * @return this builder
     */
    public Builder initialDelaySeconds(int seconds) {
      return number(ProbeField.INITIAL_DELAY_SECONDS, seconds);
    }

    /**
     * Sets {@code timeoutSeconds}.
     *
     * @param seconds legal from 0, which means the default
     * @return this builder
     */
    public Builder timeoutSeconds(int seconds) {
      return number(ProbeField.TIMEOUT_SECONDS, seconds);
    }

    /**
     * Sets {@code periodSeconds}.
     *
     * @param seconds legal from 0, which means the default
     * @return this builder
     */
    public Builder periodSeconds(int seconds) {
      return number(ProbeField.PERIOD_SECONDS, seconds);
    }

    /**
     * Sets {@code successThreshold}.
     *
     * @param count legal from 0, which means the default; above 1 only for readiness
     * @return this builder
     */
    public Builder successThreshold(int count) {
      return number(ProbeField.SUCCESS_THRESHOLD, count);
    }

    /**
     * Sets {@code failureThreshold}.
     *
     * @param count legal from 0, which means the default
     * @return this builder
     */
    public Builder failureThreshold(int count) {
      return number(ProbeField.FAILURE_THRESHOLD, count);
    }

    /**
     * Sets {@code terminationGracePeriodSeconds}.
     *
     * @param seconds legal from 1; illegal for readiness
     * @return this builder
     */
    public Builder terminationGracePeriodSeconds(long seconds) {
      return number(ProbeField.TERMINATION_GRACE_PERIOD_SECONDS, seconds);
    }

    /**
     * {@return the probe}
     *
     * @throws IllegalArgumentException if two handlers are of the same type, or a number has more
     *     than 32 bits where Kubernetes has no more
     */
    public Probe build() {
      return new Probe(handlers, numbers);
    }
  }
}
