package dev.sonde.runtime;

import dev.sonde.runtime.answer.AnswerFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses the format of an answer. There is always one: a probe that asks for what is not there is
 * answered in the preferred format, not refused.
 *
 * @param preferred the format for a client that accepts any
 * @param fixed whether it is also the format for those who do
 */
record FormatChoice(AnswerFormat preferred, boolean fixed) {

  /** A media range and how much it is wanted. */
  private record Range(String type, double quality) {}

  AnswerFormat choose(String accept, boolean verbose) {
    if (fixed) {
      return preferred;
    }
    // Who asks for the lines of Kubernetes' text, as one does with curl, wants that text.
    AnswerFormat whenAnyWillDo = verbose ? AnswerFormat.KUBERNETES_TEXT : preferred;
    if (accept.isEmpty() || accept.equals("*/*")) {
      return whenAnyWillDo;
    }
    Optional<AnswerFormat> best = Optional.empty();
    double bestQuality = 0;
    for (String element : accept.split(",", -1)) {
      Range range = range(element);
      Optional<AnswerFormat> format = match(range.type, whenAnyWillDo);
      if (format.isPresent() && range.quality > bestQuality) {
        best = format;
        bestQuality = range.quality;
      }
    }
    return best.orElse(whenAnyWillDo);
  }

  private Optional<AnswerFormat> match(String type, AnswerFormat whenAnyWillDo) {
    if (type.equals("*/*")) {
      return Optional.of(whenAnyWillDo);
    }
    if (type.equals("text/*")) {
      return Optional.of(AnswerFormat.KUBERNETES_TEXT);
    }
    // Spring's actuator and health+json are JSON too, so whoever prefers one of them means that.
    if (type.equals("application/json") || type.equals("application/*")) {
      boolean prefersText = preferred == AnswerFormat.KUBERNETES_TEXT;
      return Optional.of(prefersText ? AnswerFormat.MICROPROFILE : preferred);
    }
    for (AnswerFormat format : AnswerFormat.values()) {
      if (type.equals(format.mediaType())) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private static Range range(String element) {
    String[] parts = element.split(";", -1);
    double quality = 1;
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        quality = quality(parameter.substring(2));
      }
    }
    return new Range(parts[0].strip().toLowerCase(Locale.ROOT), quality);
  }

  /** RFC 9110 allows 0 to 1 with three digits; anything else is as good as not wanted. */
  private static double quality(String text) {
    return text.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
  }
}
