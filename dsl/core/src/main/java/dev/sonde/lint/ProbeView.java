package dev.sonde.lint;

import dev.sonde.model.Handler;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeBudget;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeTiming;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingSubject;

/**
 * A probe that makes sense to give advice on: it has a handler and no negative number.
 *
 * @param kind which of the three it is
 * @param probe the probe
 * @param handler what it does
 * @param path the way to it
 * @param subject the probe in words
 */
record ProbeView(
    ProbeKind kind, Probe probe, Handler handler, FieldPath path, FindingSubject subject) {

  ProbeTiming timing() {
    return probe.timing();
  }

  ProbeBudget budget() {
    return ProbeBudget.of(probe);
  }

  /** The way to a field of the handler. */
  FieldPath handlerPath(String field) {
    return path.field(handler.fieldName()).field(field);
  }

  String words() {
    return subject.words();
  }
}
