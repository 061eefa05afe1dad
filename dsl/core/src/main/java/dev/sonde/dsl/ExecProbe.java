package dev.sonde.dsl;

/** A probe that runs a program in the container. */
public final class ExecProbe extends AnyProbe<ExecProbe> {

  ExecProbe(Draft draft) {
    super(draft);
  }

  @Override
  ExecProbe next(Draft draft) {
    return new ExecProbe(draft);
  }
}
