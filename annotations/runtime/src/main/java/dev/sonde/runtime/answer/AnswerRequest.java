package dev.sonde.runtime.answer;

import java.util.List;

/**
 * How a report is to be written. Immutable.
 *
 * @param endpoint what the endpoint is called in texts, such as {@code readyz}
 * @param detail how much it tells
 * @param verbose whether texts list the checks also when all is well
 * @param excluded the checks that were left out on demand
 * @param unknown what was to be left out although there is no such check
 */
public record AnswerRequest(
    String endpoint, Detail detail, boolean verbose, List<String> excluded, List<String> unknown) {

  /** Takes unchangeable copies of the lists. */
  public AnswerRequest {
    excluded = List.copyOf(excluded);
    unknown = List.copyOf(unknown);
  }

  /**
   * {@return whether two reports are certain to be written alike, in any format} Full detail has
   * ages and durations, so no two reports are; nor is it looked whether data are the same.
   */
  public boolean tellsTheSameOf(ProbeReport one, ProbeReport other) {
    if (detail.compareTo(Detail.DATA) >= 0 || one.checks().size() != other.checks().size()) {
      return false;
    }
    for (int i = 0; i < one.checks().size(); i++) {
      if (!tellsTheSameOf(one.checks().get(i), other.checks().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean tellsTheSameOf(CheckReport one, CheckReport other) {
    return one.name().equals(other.name())
        && one.status() == other.status()
        && one.required() == other.required();
  }
}
