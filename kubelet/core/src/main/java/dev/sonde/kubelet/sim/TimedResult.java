package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.AttemptOutcome;
import java.time.Duration;

/**
 * What every attempt of a probe comes to, from a moment of the scenario on until the next one.
 *
 * @param at the moment
 * @param outcome what attempts that begin from then on come to
 * @param takes how long each takes; an attempt that takes as long as the probe's timeout or longer
 *     fails when the timeout is over
 */
public record TimedResult(Duration at, AttemptOutcome outcome, Duration takes) {}
