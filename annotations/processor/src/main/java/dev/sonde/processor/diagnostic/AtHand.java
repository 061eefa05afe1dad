package dev.sonde.processor.diagnostic;

import java.util.Optional;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what is being worked on, so that the report of a crash can name it. Not thread-safe.
 */
public final class AtHand {

  private @Nullable Element element;

  /**
   * Begins with another element.
   *
   * @param next the element
   */
  public void is(Element next) {
    element = next;
  }

  /** Nothing in particular is worked on any more. */
  public void isNothing() {
    element = null;
  }

  /** {@return the place of what is being worked on, if it is anything in particular} */
  public Optional<SourcePlace> place() {
    return element == null ? Optional.empty() : Optional.of(SourcePlace.of(element));
  }
}
