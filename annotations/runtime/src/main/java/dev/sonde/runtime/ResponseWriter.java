package dev.sonde.runtime;

import dev.sonde.runtime.answer.AnswerFormat;
import dev.sonde.runtime.answer.AnswerRequest;
import dev.sonde.runtime.answer.ProbeReport;
import org.jspecify.annotations.Nullable;

/**
 * Writes an endpoint's responses, and keeps the last one: nearly always the next one would be the
 * same, byte for byte. Thread-safe.
 */
final class ResponseWriter {

  private record Written(
      AnswerFormat format, AnswerRequest wish, ProbeReport report, HealthResponse response) {

    // Identity first: usually it is the same object, and record equality is slow to link.
    @SuppressWarnings("ReferenceEquality")
    boolean serves(AnswerFormat otherFormat, AnswerRequest otherWish, ProbeReport other) {
      return format == otherFormat
          && (wish == otherWish || wish.equals(otherWish))
          && (report == other || wish.tellsTheSameOf(report, other));
    }
  }

  private final int failureStatus;
  private volatile @Nullable Written last;

  /**
   * Makes a writer.
   *
   * @param failureStatus the HTTP status of a probe that fails
   */
  ResponseWriter(int failureStatus) {
    this.failureStatus = failureStatus;
  }

  HealthResponse write(ProbeReport report, AnswerFormat format, AnswerRequest wish) {
    Written known = last;
    if (known == null || !known.serves(format, wish, report)) {
      int status = report.passes() ? 200 : failureStatus;
      byte[] body = format.write(report, wish);
      HealthResponse response = HealthResponse.of(status, format.contentType(), body);
      known = new Written(format, wish, report, response);
      last = known;
    }
    return known.response;
  }
}
