package dev.sonde.model;

/**
 * Waits. Only a lifecycle hook may do that.
 *
 * @param seconds legal from 0 to the pod's grace period; 0 only since Kubernetes 1.33
 */
public record Sleep(long seconds) implements HookHandler {

  @Override
  public String fieldName() {
    return "sleep";
  }
}
