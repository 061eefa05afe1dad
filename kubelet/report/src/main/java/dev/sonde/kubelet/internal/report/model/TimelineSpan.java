package dev.sonde.kubelet.internal.report.model;

/**
 * Something that lasts.
 *
 * @param kind what
 * @param from when it begins, in nanoseconds
 * @param until when it ends, in nanoseconds; after {@code from}
 * @param text what is on it where there is room; may be empty
 */
public record TimelineSpan(Kind kind, long from, long until, String text) {

  /** What can last. */
  public enum Kind {
    /** The application does not answer yet. */
    STARTING("starting"),
    /** Something is wrong with the application. */
    FAULT("fault"),
    /** The container runs. */
    RUNNING("running"),
    /** The container got SIGTERM, and has its grace period. */
    STOPPING("stopping"),
    /** The container waits to be started again. */
    BACK_OFF("back-off"),
    /** The pod is ready. */
    READY("ready"),
    /** The pod receives traffic. */
    TRAFFIC("traffic"),
    /** The pod runs and receives traffic, where its whole life is one line. */
    SERVING("serving");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** {@return the name used in reports, such as {@code back-off}} */
    public String word() {
      return word;
    }
  }
}
