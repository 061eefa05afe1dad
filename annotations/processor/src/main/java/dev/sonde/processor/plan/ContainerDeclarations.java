package dev.sonde.processor.plan;

import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.read.DeclaredContainer;
import dev.sonde.processor.read.ProbeDeclaration;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to one container.
 *
 * @param container the container; without one, everything belongs to the only container there is
 * @param declarations what belongs to it, sorted; not empty where there is no container
 */
record ContainerDeclarations(
    Optional<DeclaredContainer> container, List<ProbeDeclaration> declarations) {

  ContainerDeclarations {
    declarations = List.copyOf(declarations);
  }

  /** {@return where problems of the whole are reported} */
  SourcePlace place() {
    return container.isPresent() ? container.get().place() : declarations.get(0).place();
  }
}
