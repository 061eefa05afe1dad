package dev.sonde.kubelet.internal.handler;

import java.io.IOException;

/** An answer broke off after its headers, which says nothing about the application. */
final class BrokenBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenBodyException(Exception trouble) {
    super(trouble.getMessage(), trouble);
  }

  /** {@return what broke it off} */
  IOException trouble() {
    return getCause() instanceof IOException trouble ? trouble : this;
  }
}
