package dev.sonde.processor.read;

import dev.sonde.model.Handler;
import dev.sonde.processor.diagnostic.SourcePlace;
import java.util.Map;
import java.util.Optional;

/**
 * A handler as an annotation sets it.
 *
 * @param handler the handler; a port that is not set has the number 0
 * @param place where it is written
 * @param places what is set of it and where, by the annotations' own names, such as {@code
 *     httpGet.portName}
 * @param heartbeat the heartbeat that the handler, a command, looks at
 */
public record HandlerSetting(
    Handler handler,
    SourcePlace place,
    Map<String, SourcePlace> places,
    Optional<DeclaredHeartbeat> heartbeat) {

  /** Copies the places, so that the value stays what it was. */
  public HandlerSetting {
    places = Map.copyOf(places);
  }

  /**
   * Tells whether something is set.
   *
   * @param name the name of a value of the handler's annotation, such as {@code portName}
   */
  public boolean sets(String name) {
    return places.containsKey(handler.fieldName() + "." + name);
  }
}
