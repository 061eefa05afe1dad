package dev.sonde.dsl;

/** A probe that runs a program in the container. */
public final class ExecProbe extends AnyProbe<ExecProbe> {

  ExecProbe(WrittenProbe draft) {
    super(draft);
  }

  @Override
  ExecProbe next(WrittenProbe draft) {
    return new ExecProbe(draft);
  }
}
