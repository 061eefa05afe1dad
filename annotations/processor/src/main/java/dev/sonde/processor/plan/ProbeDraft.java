package dev.sonde.processor.plan;

import dev.sonde.model.Handler;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeBudget;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.HandlerSetting;
import dev.sonde.processor.read.PlacedValue;
import dev.sonde.processor.read.ProbeSettings;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.JavaRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a probe from all places where they are set.
 *
 * @param kind which probe
 * @param place where problems of the whole are reported
 * @param settings what is set, once
 */
record ProbeDraft(ProbeKind kind, SourcePlace place, ProbeSettings settings) {

  /** Some 30 years, for which a failureThreshold can be given whatever the period. */
  private static final long LONGEST_START = 1_000_000_000;

  /** {@return the only handler, unless there is none or there are several} */
  Optional<HandlerSetting> onlyHandler() {
    return settings.handlers().size() == 1
        ? Optional.of(settings.handlers().values().iterator().next())
        : Optional.empty();
  }

  /** {@return the probe with the handlers that are set} */
  Probe toProbe() {
    Probe.Builder probe = numbers();
    for (HandlerSetting handler : settings.handlers().values()) {
      probe.handler(handler.handler());
    }
    return probe.build();
  }

  /** {@return the probe with another handler than those that are set} */
  Probe toProbe(Handler handler) {
    return numbers().handler(handler).build();
  }

  private Probe.Builder numbers() {
    Probe.Builder probe = Probe.builder();
    for (Map.Entry<String, PlacedValue<Long>> number : settings.numbers().entrySet()) {
      Optional<ProbeField> field = ProbeField.named(number.getKey());
      if (field.isPresent()) {
        probe.number(field.get(), number.getValue().value());
      }
    }
    Optional<Integer> threshold = thresholdOf(probe.build());
    return threshold.isPresent() ? probe.failureThreshold(threshold.get()) : probe;
  }

  /** {@return the longest that the application takes to start, if that is said and can be} */
  Optional<Duration> startsWithin() {
    PlacedValue<Long> seconds = settings.numbers().get(ProbeSettings.STARTS_WITHIN);
    return seconds == null || !isTime(seconds.value())
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(seconds.value()));
  }

  private static boolean isTime(long seconds) {
    return seconds >= 1 && seconds <= LONGEST_START;
  }

  /** {@return the failureThreshold that follows from the time to start, unless one is set} */
  private Optional<Integer> thresholdOf(Probe written) {
    if (startsWithin().isEmpty()
        || written.failureThreshold().isPresent()
        || written.timing().periodSeconds() < 1) {
      return Optional.empty();
    }
    return Optional.of(ProbeBudget.of(written).failureThresholdFor(startsWithin().get()));
  }

  /** Judges what Kubernetes knows nothing of. */
  void judge(List<SourceProblem> problems) {
    PlacedValue<Long> seconds = settings.numbers().get(ProbeSettings.STARTS_WITHIN);
    if (seconds != null && !isTime(seconds.value())) {
      problems.add(
          SourceProblem.of(
              JavaRule.STARTS_WITHIN,
              seconds.place(),
              "startsWithinSeconds = "
                  + seconds.value()
                  + " of "
                  + seconds.place()
                  + " is outside 1.."
                  + LONGEST_START
                  + ".",
              "Write the longest that the application takes to start."));
    }
  }

  /**
   * {@return where a field of the probe is set, or the nearest thing around it; nothing if the
   * field comes from the container}
   *
   * @param focus the field, as a path within the container
   */
  Optional<SourcePlace> placeOf(FieldPath focus) {
    String path = focus.toString();
    String field = path.substring(Math.min(path.length(), kind.fieldName().length() + 1));
    if (isPort(field) && !isPortSet()) {
      return Optional.empty();
    }
    PlacedValue<Long> number = settings.numbers().get(field);
    return Optional.of(number != null ? number.place() : placeInHandler(field));
  }

  /** {@return where the handler is set; where there is none or several, the whole} */
  SourcePlace handlerPlace() {
    Optional<HandlerSetting> handler = onlyHandler();
    return handler.isPresent() ? handler.get().place() : place;
  }

  private static boolean isPort(String field) {
    return field.equals("httpGet.port");
  }

  private boolean isPortSet() {
    HandlerSetting httpGet = settings.handlers().get("httpGet");
    return httpGet != null && (httpGet.sets("port") || httpGet.sets("portName"));
  }

  private SourcePlace placeInHandler(String field) {
    int end = field.indexOf('.');
    HandlerSetting handler = settings.handlers().get(end < 0 ? field : field.substring(0, end));
    if (handler == null) {
      return place;
    }
    Map<String, SourcePlace> places = handler.places();
    for (String name : new String[] {field + "Name", field, field.replace("command", "value")}) {
      SourcePlace exact = places.get(name);
      if (exact != null) {
        return exact;
      }
    }
    return handler.place();
  }
}
