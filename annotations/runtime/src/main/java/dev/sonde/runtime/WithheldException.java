package dev.sonde.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Stands for something that was thrown and whose message nobody is to see. It tells what kind of
 * error that was, where it was thrown and, likewise without messages, what caused it.
 */
public final class WithheldException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int DEEPEST_CAUSE = 20;

  private final String type;

  private WithheldException(Throwable error, @Nullable Throwable cause) {
    super(null, cause);
    this.type = error.getClass().getName();
    setStackTrace(error.getStackTrace());
  }

  /**
   * {@return the same without messages} Made for {@link HealthEndpointsBuilder#errorFilter}.
   *
   * @param error what was thrown
   */
  public static Throwable of(Throwable error) {
    return of(error, DEEPEST_CAUSE);
  }

  private static WithheldException of(Throwable error, int causes) {
    Throwable cause = error.getCause();
    return new WithheldException(
        error, cause == null || causes == 0 ? null : of(cause, causes - 1));
  }

  @Override
  public String getMessage() {
    return toString();
  }

  /** Only the kind of error. */
  @Override
  public String toString() {
    return type + " (message withheld)";
  }
}
