package dev.sonde.kubelet.internal.report.model;

import java.util.List;

/**
 * What happens in a scenario, laid out in lanes.
 *
 * @param id a name by which another report knows it again, such as {@code hang}
 * @param title the scenario in a few words
 * @param story what the application does in it, in a sentence or two
 * @param until how much of it is shown, in nanoseconds from 0
 * @param lanes the lanes, top to bottom
 * @param facts what it comes to
 * @param moments what happens, in the order of time, in words
 */
public record Timeline(
    String id,
    String title,
    String story,
    long until,
    List<TimelineLane> lanes,
    List<Fact> facts,
    List<Moment> moments) {

  /** Copies the lists, so that the value stays what it was. */
  public Timeline {
    lanes = List.copyOf(lanes);
    facts = List.copyOf(facts);
    moments = List.copyOf(moments);
  }

  /**
   * One thing that the scenario comes to.
   *
   * @param label what
   * @param value how long, how many, or when
   */
  public record Fact(String label, String value) {}

  /**
   * One thing that happens.
   *
   * @param at when, in nanoseconds
   * @param text what
   */
  public record Moment(long at, String text) {}
}
