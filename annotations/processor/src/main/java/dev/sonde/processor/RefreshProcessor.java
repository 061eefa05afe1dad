package dev.sonde.processor;

import dev.sonde.processor.diagnostic.AtHand;
import dev.sonde.processor.read.KnownNames;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Does the work of {@link ProbeProcessor} where only some classes are compiled, none of them is
 * annotated, and yet they make a difference: a class lost its last annotation, or implements what
 * another one declares. Compilers do not call a processor whose annotations are not there.
 *
 * <p>Why not one processor for everything: Gradle would hand in all classes of a module then, and
 * compile all of them where one has an annotation that class files do not keep, such as
 * {@code @Override}. Gradle deletes the record that this one goes by before it compiles.
 *
 * <p>Called by the compiler, from one thread.
 */
public final class RefreshProcessor extends GuardedProcessor {

  /** Creates a processor, as the compiler does. */
  public RefreshProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    // Those that another processor has claimed are not handed in.
    Set<TypeElement> own = new HashSet<>();
    for (String name : KnownNames.annotations()) {
      TypeElement annotation = processingEnv.getElementUtils().getTypeElement(name);
      if (annotation != null) {
        own.add(annotation);
      }
    }
    takePart(own, round);
    return false;
  }

  @Override
  ProbeCompilation begin(ProcessingEnvironment environment, AtHand atHand) {
    return new RefreshCompilation(environment, atHand);
  }
}
