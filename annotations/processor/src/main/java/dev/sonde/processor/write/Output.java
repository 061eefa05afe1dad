package dev.sonde.processor.write;

import dev.sonde.processor.plan.ClassName;
import dev.sonde.processor.report.JavaRule;
import dev.sonde.processor.report.Place;
import dev.sonde.processor.report.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The compiler's output. What cannot be written is returned as a problem. Not thread-safe.
 *
 * <p>Everything depends on everything that is annotated: build tools that compile incrementally are
 * told so, and redo all of it.
 */
public final class Output {

  private final Filer filer;

  /**
   * Begins to write.
   *
   * @param filer the compiler's
   */
  public Output(Filer filer) {
    this.filer = filer;
  }

  /**
   * Writes a source file, which the compiler will compile.
   *
   * @param name the class in it
   * @param text its content
   * @param origins where it is declared; not empty
   * @return what went wrong
   */
  public Optional<Problem> source(ClassName name, String text, List<Place> origins) {
    try {
      FileObject file = filer.createSourceFile(name.toString(), elements(origins));
      try (OutputStream out = file.openOutputStream()) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return Optional.empty();
    } catch (FilerException taken) {
      return Optional.of(nameTaken(name, origins.get(0)));
    } catch (IOException failure) {
      return Optional.of(unwritable(name.toString(), failure, origins.get(0)));
    }
  }

  /**
   * Writes a file into the class output.
   *
   * @param path its path there
   * @param text its content
   * @param origins where it is declared; not empty
   * @return what went wrong
   */
  public Optional<Problem> resource(String path, String text, List<Place> origins) {
    try {
      FileObject file =
          filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, elements(origins));
      try (OutputStream out = file.openOutputStream()) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(unwritable(path, failure, origins.get(0)));
    }
  }

  /**
   * {@return the problem that a class to generate has the name of another class}
   *
   * @param name the name
   * @param place where the class to generate is declared
   */
  public static Problem nameTaken(ClassName name, Place place) {
    return Problem.of(
        JavaRule.GENERATED_NAME_TAKEN,
        place,
        "a class " + name + " exists already, and one of that name is generated for " + place + ".",
        "Rename yours.");
  }

  private static Problem unwritable(String what, IOException failure, Place place) {
    return Problem.of(
        JavaRule.OUTPUT_UNWRITABLE,
        place,
        what + " cannot be written: " + failure + ".",
        "Check that the compiler's output folder can be written and has space left.");
  }

  private static Element[] elements(List<Place> origins) {
    Set<Element> elements = new LinkedHashSet<>();
    for (Place origin : origins) {
      elements.add(origin.element());
    }
    return elements.toArray(new Element[0]);
  }
}
