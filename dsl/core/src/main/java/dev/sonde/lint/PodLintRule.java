package dev.sonde.lint;

import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

/** One thing to look for in a pod as a whole. */
interface PodLintRule {

  Rule rule();

  void check(PodView pod, Consumer<Finding> found);
}
