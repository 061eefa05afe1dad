package dev.sonde.kubelet.event;

/**
 * A rolling update went on.
 *
 * @param state where it is
 * @param updated how many pods of the new version there are
 * @param available how many pods of either version are available
 */
public record RolloutChanged(long at, State state, int updated, int available)
    implements KubeletEvent {

  /** Where a rolling update is. */
  public enum State {
    /** It began. */
    STARTED("started"),
    /** All pods are of the new version and available. */
    COMPLETE("complete"),
    /** Nothing has moved for as long as its deadline allows. */
    STALLED("stalled");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** {@return the name used in reports, such as {@code stalled}} */
    public String word() {
      return word;
    }
  }

  @Override
  public String container() {
    return "";
  }

  @Override
  public String type() {
    return "rollout-changed";
  }

  @Override
  public String text() {
    return "rollout " + state.word() + ": " + updated + " updated, " + available + " available";
  }
}
