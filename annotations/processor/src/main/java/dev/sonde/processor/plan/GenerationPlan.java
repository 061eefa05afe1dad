package dev.sonde.processor.plan;

import dev.sonde.processor.diagnostic.SourceProblem;
import java.util.List;

/**
 * What is generated for a compilation.
 *
 * @param containers the containers, sorted by the name of the class that declares them
 * @param bridges what lets endpoints reach checks of other packages
 * @param problems what is wrong
 */
public record GenerationPlan(
    List<ContainerOutput> containers, List<BridgeClass> bridges, List<SourceProblem> problems) {

  /** Copies the lists, so that the value stays what it was. */
  public GenerationPlan {
    containers = List.copyOf(containers);
    bridges = List.copyOf(bridges);
    problems = List.copyOf(problems);
  }
}
