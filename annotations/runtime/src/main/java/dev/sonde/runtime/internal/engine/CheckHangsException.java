package dev.sonde.runtime.internal.engine;

import java.time.Duration;

/**
 * Tells that a check has not answered. Its stack is the one in which the check hangs; it is empty
 * when no thread is inside the check, because the check has returned a stage that does not
 * complete.
 */
final class CheckHangsException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Duration elapsed;

  CheckHangsException(Duration elapsed, StackTraceElement[] stack) {
    this.elapsed = elapsed;
    setStackTrace(stack);
  }

  @Override
  public String getMessage() {
    return toString();
  }

  /** Without the class's name, which says nothing to an operator. */
  @Override
  public String toString() {
    return "no answer after " + elapsed.toMillis() + " ms";
  }

  /** The stack that matters is another thread's. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
