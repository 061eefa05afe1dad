package dev.sonde.runtime.internal.http;

/** A request that is answered without being handled; the connection ends with it. */
final class BadRequestException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  BadRequestException(int status, String message) {
    super(message, null, false, false); // Part of the normal run of things: no stack.
    this.status = status;
  }

  static BadRequestException malformed(String message) {
    return new BadRequestException(400, message);
  }

  int status() {
    return status;
  }
}
