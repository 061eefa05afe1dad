package dev.sonde.kubelet.internal.handler;

import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;

/** Says in one line why an attempt ended as it did. */
final class AttemptReasons {

  private static final int MAX_LENGTH = 200;

  private AttemptReasons() {}

  /** The reason of a failed connection or exchange, in the words that people search for. */
  static String of(IOException trouble) {
    String message = trouble.getMessage() == null ? "" : trouble.getMessage();
    if (trouble instanceof UnknownHostException) {
      return oneLine("unknown host " + message);
    }
    if (trouble instanceof NoRouteToHostException) {
      return "no route to host";
    }
    if (message.toLowerCase(Locale.ROOT).contains("connection refused")) {
      return "connection refused";
    }
    return oneLine(message.isEmpty() ? trouble.getClass().getSimpleName() : message);
  }

  /** Text from outside, fit for a terminal: one line, no control characters, not too long. */
  static String oneLine(String text) {
    String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
  }
}
