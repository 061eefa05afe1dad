package dev.sonde.lint;

import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

/** One thing to look for in a container. */
interface LintRule {

  Rule rule();

  void check(ContainerView container, Consumer<Finding> found);
}
