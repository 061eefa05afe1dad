package dev.sonde.processor.read;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters that one annotation sets.
 *
 * @param numbers by Kubernetes' names, such as {@code periodSeconds}, and {@link #STARTS_WITHIN}
 * @param handlers by Kubernetes' names, such as {@code httpGet}
 */
public record ProbeSettings(
    Map<String, PlacedValue<Long>> numbers, Map<String, HandlerSetting> handlers) {

  /** The longest that the application takes to start; Kubernetes knows no such field. */
  public static final String STARTS_WITHIN = "startsWithinSeconds";

  /** Copies and sorts the maps, so that the value stays what it was. */
  public ProbeSettings {
    numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    handlers = Collections.unmodifiableMap(new TreeMap<>(handlers));
  }
}
