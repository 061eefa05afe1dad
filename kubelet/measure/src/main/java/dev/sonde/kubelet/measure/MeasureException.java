package dev.sonde.kubelet.measure;

/** Something cannot be measured; the message says what, and what to do. */
public final class MeasureException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MeasureException(String message) {
    super(message);
  }

  MeasureException(String message, Throwable cause) {
    super(message, cause);
  }
}
