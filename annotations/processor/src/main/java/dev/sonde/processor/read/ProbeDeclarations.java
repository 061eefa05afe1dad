package dev.sonde.processor.read;

import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import java.util.List;
import java.util.TreeSet;

/**
 * Everything that was declared, sorted by name.
 *
 * @param containers the containers
 * @param declarations the probes' parameters and checks
 * @param marks the annotations in sources that say something of checks
 * @param suppressions the advice that is not wanted
 * @param complete whether all of it could be read; otherwise a type that something refers to does
 *     not exist, or not yet
 * @param unresolved why something could not be read of which the compiler itself will not complain
 * @param library whether it only owns checks, for an application to include
 * @param surroundings what generated code may use
 */
public record ProbeDeclarations(
    List<DeclaredContainer> containers,
    List<ProbeDeclaration> declarations,
    List<SourcePlace> marks,
    List<DeclaredSuppression> suppressions,
    boolean complete,
    List<SourceProblem> unresolved,
    boolean library,
    CompilationSurroundings surroundings) {

  /** Copies and sorts the lists, so that the value stays what it was. */
  public ProbeDeclarations {
    containers = List.copyOf(containers);
    declarations = List.copyOf(new TreeSet<>(declarations));
    marks = List.copyOf(marks);
    suppressions = List.copyOf(suppressions);
    unresolved = List.copyOf(unresolved);
  }
}
