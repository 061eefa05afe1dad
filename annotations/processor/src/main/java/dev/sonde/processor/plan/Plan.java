package dev.sonde.processor.plan;

import dev.sonde.processor.report.Problem;
import java.util.List;

/**
 * What is generated for a compilation.
 *
 * @param containers the containers, sorted by the name of the class that declares them
 * @param bridges what lets endpoints reach checks of other packages
 * @param problems what is wrong
 */
public record Plan(List<ContainerPlan> containers, List<Bridge> bridges, List<Problem> problems) {

  /** Copies the lists, so that the value stays what it was. */
  public Plan {
    containers = List.copyOf(containers);
    bridges = List.copyOf(bridges);
    problems = List.copyOf(problems);
  }
}
