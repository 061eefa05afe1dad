package dev.sonde.kubelet.internal.report.model;

import java.time.Duration;
import java.util.Optional;

/**
 * How long something takes.
 *
 * @param id the question's stable name, such as {@code hang-to-restart}
 * @param question the question in a few words
 * @param best at the best moment; unset where only a bound is known
 * @param worst at the worst moment; unset where it never happens
 * @param text the answer in a few words
 */
public record ReportedAnswer(
    String id, String question, Optional<Duration> best, Optional<Duration> worst, String text) {}
