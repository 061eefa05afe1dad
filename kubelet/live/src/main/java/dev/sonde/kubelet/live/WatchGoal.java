package dev.sonde.kubelet.live;

/** What a live kubelet waits for. */
public enum WatchGoal {
  /** The pod is ready. */
  READY,
  /** The kubelet decided to kill the container because of a probe. */
  RESTART,
  /** Nothing: it goes on until its time is up or the container has ended for good. */
  NONE
}
