package dev.sonde.kubelet.junit;

import org.opentest4j.AssertionFailedError;

/** An application did not do what a test expected; the message tells all that happened. */
final class KubeletAssertionError extends AssertionFailedError {

  private static final long serialVersionUID = 1;

  KubeletAssertionError(String message) {
    super(message);
  }
}
