package dev.sonde.measured;

/** How the CPU was limited, in the order in which {@code measure} tries. */
public enum LimitMethod {
  /** A quota of control groups, version 2. */
  CGROUP_V2("cgroup-v2", "the quota itself, as a container has it; memory is limited, too"),
  /** A quota of control groups, version 1. */
  CGROUP_V1("cgroup-v1", "the quota itself, as a container has it; memory is limited, too"),
  /** The process is stopped once its threads have used a period's quota. */
  DUTY_CYCLE(
      "duty-cycle",
      "starts within 5 % of a quota, answers within 10 % from 500m upwards; below that the first"
          + " answers come up to 30 % sooner than under a quota; stop times are upper bounds;"
          + " memory is not limited, but the JVM knows the limit"),
  /** There is a limit that could not be held, or none. */
  NONE("none", "no limit was held: the whole machine"),
  /** The process ran already, under whatever limit it has. */
  ATTACHED("attached", "whatever limit the process had itself");

  private final String word;
  private final String worth;

  LimitMethod(String word, String worth) {
    this.word = word;
    this.worth = worth;
  }

  /** {@return the word that measurements use, such as {@code cgroup-v2}} */
  public String word() {
    return word;
  }

  /** {@return what numbers that were measured so are worth, for a sentence} */
  public String worth() {
    return worth;
  }
}
