package dev.sonde.kubelet.internal.input;

/** A file does not say what is to be probed. The message says why, and what to do. */
public final class UnreadableInputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String reason;

  UnreadableInputException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** {@return why, and what to do} */
  @Override
  public String getMessage() {
    return reason;
  }
}
