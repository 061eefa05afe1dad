package dev.sonde.processor;

import dev.sonde.processor.diagnostic.AtHand;
import dev.sonde.processor.diagnostic.SourcePlace;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Tells of its own defects as such, and where they were met. */
abstract class GuardedProcessor extends AbstractProcessor {

  private final AtHand atHand = new AtHand();
  private @Nullable ProbeCompilation compilation;
  private boolean broken;

  @Override
  public final Set<String> getSupportedOptions() {
    return ProcessorOptions.names();
  }

  @Override
  public final SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  /** {@return a compilation that begins} */
  abstract ProbeCompilation begin(ProcessingEnvironment environment, AtHand atHand);

  /** Takes part in a round, unless an earlier one met a defect. */
  final void takePart(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!broken) {
      try {
        compilation().round(annotations, round);
      } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError defect) {
        broken = true;
        report(defect);
      }
    }
  }

  private ProbeCompilation compilation() {
    if (compilation == null) {
      compilation = begin(processingEnv, atHand);
    }
    return compilation;
  }

  private void report(Throwable defect) {
    Optional<SourcePlace> place = atHand.place();
    StackTraceElement[] stack = defect.getStackTrace();
    String text =
        "[sonde-defect] Sonde's processor failed"
            + (place.isPresent() ? " on " + place.get() : "")
            + ": "
            + defect
            + (stack.length == 0 ? "" : ", at " + stack[0])
            + ". This is a defect of Sonde, not of your code. Please report it, with this message"
            + " and the source that it points at.";
    if (place.isPresent()) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text, place.get().element());
    } else {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text);
    }
  }
}
