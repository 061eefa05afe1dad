package dev.sonde.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Another processor: makes a class with a check of each class that is annotated with it. */
final class MakingProcessor extends AbstractProcessor {

  private static final String SUFFIX = "Made";

  /** The class that is made of another one. */
  static String made(String className) {
    return className + SUFFIX;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("shop.Made");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      round.getElementsAnnotatedWith(annotation).forEach(this::make);
    }
    return false;
  }

  private void make(Element model) {
    String name = model.getSimpleName() + SUFFIX;
    try (Writer writer =
        processingEnv.getFiler().createSourceFile("shop." + name, model).openWriter()) {
      writer.write(
          "package shop; class "
              + name
              + " { @dev.sonde.annotation.Readiness boolean complete()"
              + " { return true; } }");
    } catch (FilerException itIsThere) {
      // Eclipse's compiler keeps what is on the class path; it is the same.
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
