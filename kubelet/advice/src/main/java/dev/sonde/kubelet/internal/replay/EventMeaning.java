package dev.sonde.kubelet.internal.replay;

/** What an event of a pod tells about probes and restarts. */
enum EventMeaning {
  /** An instance of the container runs. */
  STARTED,
  /** A try of a probe failed. */
  PROBE_FAILED,
  /** A try of a probe went wrong in a way that counts as nothing. */
  PROBE_ERRORED,
  /** A try of a probe succeeded with a remark. */
  PROBE_WARNED,
  /** The kubelet decided to kill the container because of a probe. */
  PROBE_KILLED,
  /** The kubelet stops the container for another reason. */
  STOPPED,
  /** A restart waits. */
  BACK_OFF,
  /** Something else that a pod goes through. */
  OTHER
}
