package dev.sonde.kubelet.internal.pod;

/**
 * When the kubelet looks at its pods. All moments are nanoseconds of the event loop.
 *
 * <p>{@link #IDEAL} looks at once and never without a reason; {@link RealTiming} is as late as a
 * kubelet on a node.
 */
public interface PassTiming {

  /** Every pass comes at once, and none comes because time goes by. */
  PassTiming IDEAL = new IdealTiming();

  /**
   * {@return when a change in the runtime is noticed}
   *
   * @param change when it happened
   */
  long noticed(long change);

  /**
   * {@return when a pass begins that is asked for now}
   *
   * @param now the moment
   * @param lastPassEnded when the pass before was over
   */
  long nextPass(long now, long lastPassEnded);

  /**
   * {@return when the pod is looked at again though nothing has happened; {@link
   * dev.sonde.kubelet.internal.time.EventLoop#NEVER} for never}
   *
   * @param now the end of a pass
   */
  long resync(long now);

  /**
   * {@return when the pod is looked at again because a restart had to wait}
   *
   * @param now the end of a pass
   * @param due when the first wait is over
   */
  long afterBackOff(long now, long due);

  /**
   * {@return when waits were last cleaned up that nobody needs any more}
   *
   * @param now the moment
   */
  long lastCleanUp(long now);

  /**
   * {@return a start as the pod's status keeps it: cut to the whole second of the wall clock}
   *
   * @param moment the start
   */
  long wholeSecond(long moment);
}
