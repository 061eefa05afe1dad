package dev.sonde.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a query asks for; what is not known is ignored.
 *
 * @param verbose whether texts are to list the checks
 * @param excluded the checks to leave out, in the order in which they were named
 */
record HealthQuery(boolean verbose, List<String> excluded) {

  static final HealthQuery NOTHING = new HealthQuery(false, List.of());

  /** {@return whether it asks for nothing in particular} */
  boolean isPlain() {
    return !verbose && excluded.isEmpty();
  }

  /** {@return the query; empty when its percent-encoding is wrong} */
  static Optional<HealthQuery> parse(String raw) {
    if (raw.isEmpty()) {
      return Optional.of(NOTHING);
    }
    boolean verbose = false;
    List<String> excluded = new ArrayList<>();
    for (String part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      PercentText name = PercentText.decode(equals < 0 ? part : part.substring(0, equals));
      PercentText value = PercentText.decode(equals < 0 ? "" : part.substring(equals + 1));
      if (!name.isValid() || !value.isValid()) {
        return Optional.empty();
      }
      verbose |= name.text().equals("verbose") && !value.text().equals("false");
      if (name.text().equals("exclude") && !value.text().isEmpty()) {
        excluded.add(value.text());
      }
    }
    return Optional.of(new HealthQuery(verbose, List.copyOf(excluded)));
  }
}
