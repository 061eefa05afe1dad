package dev.sonde.dsl;

/** A probe that runs a program in the container. */
public final class ExecProbe extends AnyProbe<ExecProbe> {

  ExecProbe(ProbeBuilder draft) {
    super(draft);
  }

  @Override
  ExecProbe next(ProbeBuilder draft) {
    return new ExecProbe(draft);
  }
}
