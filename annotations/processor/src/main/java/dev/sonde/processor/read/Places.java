package dev.sonde.processor.read;

import dev.sonde.processor.report.Place;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * Knows where to tell of elements: at themselves, or where the class that brings them is included.
 *
 * @param include where it is included, unless it is compiled here
 */
record Places(Optional<Place> include) {

  /** Everything is told of at itself. */
  static final Places IN_SOURCES = new Places(Optional.empty());

  Place of(Element element) {
    return include.isPresent() ? include.get().standingInFor(element) : Place.of(element);
  }
}
