package dev.sonde.runtime;

/** Carries to the log the stack in which a check hangs. */
final class HangingStack extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HangingStack(String check, StackTraceElement[] stack) {
    super("the check \"" + check + "\" hangs here");
    setStackTrace(stack);
  }

  /** The stack that matters is another thread's. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
