package dev.sonde.kubelet.sim;

import java.time.Duration;

/**
 * What became of the requests to a Service in front of the pods, from the moment on when the first
 * pod received any, and of a rolling update from its beginning on. Requests are spread evenly over
 * the pods that receive them.
 *
 * @param watched how long that was
 * @param outage how long no pod received requests
 * @param lost the requests that were not answered as they should, in seconds' worth of requests:
 *     outages, and the share of pods that received requests they could not answer
 * @param fewestPods the fewest pods that received requests at a time
 */
public record ServiceTraffic(Duration watched, Duration outage, Duration lost, int fewestPods) {

  /** Tells whether every request was answered as it should. */
  public boolean nothingLost() {
    return lost.isZero();
  }
}
