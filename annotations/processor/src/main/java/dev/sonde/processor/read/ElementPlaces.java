package dev.sonde.processor.read;

import dev.sonde.processor.diagnostic.SourcePlace;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * Knows where to tell of elements: at themselves, or where the class that brings them is included.
 *
 * @param include where it is included, unless it is compiled here
 */
record ElementPlaces(Optional<SourcePlace> include) {

  /** Everything is reported at itself. */
  static final ElementPlaces IN_SOURCES = new ElementPlaces(Optional.empty());

  SourcePlace of(Element element) {
    return include.isPresent() ? include.get().standingInFor(element) : SourcePlace.of(element);
  }
}
