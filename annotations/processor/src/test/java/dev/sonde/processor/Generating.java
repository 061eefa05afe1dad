package dev.sonde.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor: generates certain classes in certain rounds. */
final class Generating extends AbstractProcessor {

  private final Map<Integer, String> classes;
  private int round;

  /**
   * Makes a processor.
   *
   * @param classes the classes, each as the body of {@code package com.acme}, by the number of the
   *     round; the name of a class is the first word after {@code class}
   */
  Generating(Map<Integer, String> classes) {
    this.classes = classes;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    round++;
    String code = classes.get(round);
    if (code != null && !environment.processingOver()) {
      String name = code.replaceFirst("(?s).*?(class|interface) (\\w+).*", "$2");
      try (Writer writer =
          processingEnv.getFiler().createSourceFile("com.acme." + name).openWriter()) {
        writer.write("package com.acme;\n\n" + code);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return false;
  }
}
