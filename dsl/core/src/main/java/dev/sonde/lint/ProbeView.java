package dev.sonde.lint;

import dev.sonde.model.Budget;
import dev.sonde.model.Handler;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.Timing;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Subject;

/**
 * A probe that makes sense to give advice on: it has a handler and no negative number.
 *
 * @param kind which of the three it is
 * @param probe the probe
 * @param handler what it does
 * @param path the way to it
 * @param subject the probe in words
 */
record ProbeView(ProbeKind kind, Probe probe, Handler handler, FieldPath path, Subject subject) {

  Timing timing() {
    return probe.timing();
  }

  Budget budget() {
    return Budget.of(probe);
  }

  /** The way to a field of the handler. */
  FieldPath handlerPath(String field) {
    return path.field(handler.fieldName()).field(field);
  }

  String words() {
    return subject.words();
  }
}
