package dev.sonde.processor;

import dev.sonde.processor.diagnostic.AtHand;
import dev.sonde.processor.read.KnownNames;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Turns {@code @Startup}, {@code @Liveness}, {@code @Readiness} and {@code @Container} into a class
 * that serves the health endpoints, and a document in {@code META-INF/sonde/} with the probes that
 * ask them.
 *
 * <p>Options, each given to javac as {@code -Aname=value}:
 *
 * <ul>
 *   <li>{@code sonde.advice}: {@code false} leaves out the advice on what Kubernetes accepts.
 *       Default {@code true}.
 *   <li>{@code sonde.defaults}: {@code true} writes Kubernetes' defaults into the document where
 *       nothing is set. Default {@code false}.
 *   <li>{@code sonde.inject}: which annotations let a dependency-injection container build the
 *       generated classes. {@code jakarta} puts {@code @Singleton} and {@code @Inject} there,
 *       {@code spring} puts {@code @Component}, {@code none} nothing; {@code auto}, the default,
 *       takes what is on the class path, Spring first.
 * </ul>
 *
 * <p>Called by the compiler, from one thread.
 */
public final class ProbeProcessor extends GuardedProcessor {

  /** Creates a processor, as the compiler does. */
  public ProbeProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    Set<String> supported = new HashSet<>(KnownNames.annotations());
    // Stands on what is generated. javac's lint complains of annotations without a processor.
    supported.add("javax.annotation.processing.Generated");
    return supported;
  }

  /**
   * Claims Sonde's annotations: javac's lint complains of those that nobody claims, and where
   * warnings are errors that would break the build.
   */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations")
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    takePart(annotations, round);
    return true;
  }

  @Override
  ProbeCompilation begin(ProcessingEnvironment environment, AtHand atHand) {
    return new ProbeCompilation(environment, atHand);
  }
}
