package dev.sonde.kubelet.measure;

/** How one run ended. */
enum RunEnd {
  /** Every probe succeeded, and the process stopped in its grace period. */
  COMPLETE,
  /** Every probe succeeded, and the process had to be killed. */
  KILLED,
  /** The process ended before every probe had succeeded. */
  EXITED,
  /** A probe did not succeed in time. */
  UNSUCCESSFUL,
  /** Ctrl-C came in between. */
  INTERRUPTED
}
