package dev.sonde.runtime.fault;

/** Something that Sonde is to keep doing whatever fails inside. */
public interface FaultScenario {

  /** Starts it afresh. */
  void start() throws Exception;

  /**
   * Asks once what it is there for; comes back in any case, also when Sonde does not.
   *
   * @return what was answered; the same as ever when all is well, and {@link #MUTE} for no answer
   */
  String ask() throws Exception;

  /** Ends it. */
  void stop() throws Exception;

  /** That no answer has come in time. */
  String MUTE = "no answer";
}
