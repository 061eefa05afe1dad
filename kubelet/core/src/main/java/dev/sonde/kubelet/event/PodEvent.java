package dev.sonde.kubelet.event;

/** One thing that happened to a pod. */
public sealed interface PodEvent extends KubeletEvent {

  @Override
  default String container() {
    return "";
  }

  /**
   * The pod's {@code Ready} condition changed.
   *
   * @param ready the new value
   */
  record PodReadyChanged(long at, boolean ready) implements PodEvent {
    @Override
    public String type() {
      return "pod-ready-changed";
    }

    @Override
    public String text() {
      return ready ? "pod ready" : "pod not ready";
    }
  }

  /**
   * The pod's endpoint began or ceased to receive traffic.
   *
   * @param receives the new state
   */
  record TrafficChanged(long at, boolean receives) implements PodEvent {
    @Override
    public String type() {
      return "traffic-changed";
    }

    @Override
    public String text() {
      return receives ? "endpoint added: traffic arrives" : "endpoint removed: no traffic";
    }
  }

  /** The pod is to be deleted. */
  record PodDeleted(long at, long graceSeconds) implements PodEvent {
    @Override
    public String type() {
      return "pod-deleted";
    }

    @Override
    public String text() {
      return "pod deletion began, " + graceSeconds + "s to stop";
    }
  }

  /**
   * The pod ended, or is gone.
   *
   * @param phase {@code Succeeded}, {@code Failed}, or {@code Deleted}
   */
  record PodEnded(long at, String phase) implements PodEvent {
    @Override
    public String type() {
      return "pod-ended";
    }

    @Override
    public String text() {
      return "pod ended: " + phase;
    }
  }

  /** The kubelet itself was restarted. */
  record KubeletRestarted(long at) implements PodEvent {
    @Override
    public String type() {
      return "kubelet-restarted";
    }

    @Override
    public String text() {
      return "kubelet restarted";
    }
  }
}
