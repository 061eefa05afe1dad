package dev.sonde.mcp;

/** A call that is not carried out; the message says what is wrong with it, and what helps. */
final class RefusedCallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefusedCallException(String message) {
    super(message);
  }
}
