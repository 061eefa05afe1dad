package dev.sonde.runtime;

import dev.sonde.runtime.report.AnswerFormat;
import dev.sonde.runtime.report.ProbeReport;
import dev.sonde.runtime.report.Wish;
import org.jspecify.annotations.Nullable;

/**
 * A report and the response made of it. All requests that share a run nearly always want the same
 * form, so the last one made is kept; the status of failures is the same for all of them.
 */
final class SharedAnswer {

  private record Written(AnswerFormat format, Wish wish, HealthResponse response) {}

  private final ProbeReport report;
  private volatile @Nullable Written last;

  SharedAnswer(ProbeReport report) {
    this.report = report;
  }

  ProbeReport report() {
    return report;
  }

  HealthResponse response(AnswerFormat format, Wish wish, int failureStatus) {
    Written known = last;
    if (known == null || known.format != format || !known.wish.equals(wish)) {
      int status = report.passes() ? 200 : failureStatus;
      byte[] body = format.write(report, wish);
      known = new Written(format, wish, HealthResponse.of(status, format.contentType(), body));
      last = known;
    }
    return known.response;
  }
}
