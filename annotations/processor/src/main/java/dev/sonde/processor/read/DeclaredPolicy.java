package dev.sonde.processor.read;

import dev.sonde.processor.diagnostic.SourcePlace;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a check is asked and how its answers count, as far as that is set.
 *
 * @param place the annotation
 * @param required whether its probes fail with it
 * @param numbers by the annotation's own names, such as {@code deadlineMillis}
 */
public record DeclaredPolicy(
    SourcePlace place, boolean required, Map<String, PlacedValue<Long>> numbers) {

  /** Milliseconds that it may take. */
  public static final String DEADLINE = "deadlineMillis";

  /** Milliseconds that an answer is kept. */
  public static final String CACHED_FOR = "cachedForMillis";

  /** Milliseconds between the times it is asked in the background. */
  public static final String EVERY = "everyMillis";

  /** Failures in a row until it counts as down. */
  public static final String DOWN_AFTER = "downAfter";

  /** Copies and sorts the numbers, so that the value stays what it was. */
  public DeclaredPolicy {
    numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
  }
}
