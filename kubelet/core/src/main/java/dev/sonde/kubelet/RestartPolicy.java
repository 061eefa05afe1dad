package dev.sonde.kubelet;

/** Whether containers that ended are started again. */
public enum RestartPolicy {
  /** Always; Kubernetes' default. */
  ALWAYS("Always"),
  /** When the exit code is not 0, or a probe had it killed. */
  ON_FAILURE("OnFailure"),
  /** Never, not even after a probe had it killed. */
  NEVER("Never");

  private final String fieldValue;

  RestartPolicy(String fieldValue) {
    this.fieldValue = fieldValue;
  }

  /** {@return the value as Kubernetes writes it, such as {@code OnFailure}} */
  public String fieldValue() {
    return fieldValue;
  }

  /**
   * {@return the policy that Kubernetes writes so}
   *
   * @param fieldValue such as {@code OnFailure}
   * @throws IllegalArgumentException if there is none
   */
  public static RestartPolicy of(String fieldValue) {
    for (RestartPolicy policy : values()) {
      if (policy.fieldValue.equals(fieldValue)) {
        return policy;
      }
    }
    throw new IllegalArgumentException(
        "restartPolicy \"" + fieldValue + "\" is not known. Write Always, OnFailure or Never.");
  }

  /**
   * {@return whether a container that ended by itself is started again}
   *
   * @param exitCode its exit code
   */
  public boolean restartsAfter(int exitCode) {
    return this == ALWAYS || (this == ON_FAILURE && exitCode != 0);
  }
}
