package dev.sonde.processor;

import dev.sonde.processor.plan.ClassName;
import dev.sonde.processor.plan.Plan;
import dev.sonde.processor.plan.Planner;
import dev.sonde.processor.read.Declarations;
import dev.sonde.processor.read.MissingImports;
import dev.sonde.processor.read.Reader;
import dev.sonde.processor.read.Seen;
import dev.sonde.processor.report.AtHand;
import dev.sonde.processor.report.Place;
import dev.sonde.processor.report.Problem;
import dev.sonde.processor.report.Report;
import dev.sonde.processor.write.Output;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * One compilation, from its first round to its last. Not thread-safe.
 *
 * <p>The classes to generate depend on all checks, also on those that other processors generate in
 * later rounds. So they are written when some rounds have brought no new class. The very last round
 * would be too late: to what is generated there, signatures cannot refer. A round without anything
 * new does not come by itself, so an empty source file asks for one. The documents, to which no
 * code refers, wait for the end.
 */
final class Compilation {

  /**
   * One quiet round would do, if all processors were called in the first round. But those for
   * {@code *} are not called where all annotations have been claimed by others, and catch up in the
   * next.
   */
  private static final int QUIET_ROUNDS = 2;

  private final ProcessingEnvironment environment;
  private final AtHand atHand;
  private final Report report;
  private final Output output;
  private final Seen seen = new Seen();
  private int rounds;
  private int quietRounds;
  private Optional<Generation> generation = Optional.empty();

  Compilation(ProcessingEnvironment environment, AtHand atHand) {
    this.environment = environment;
    this.atHand = atHand;
    this.report = new Report(environment.getMessager());
    this.output = new Output(environment.getFiler());
  }

  void round(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    rounds++;
    Elements elements = environment.getElementUtils();
    quietRounds = seen.add(round, annotations, elements) ? 0 : quietRounds + 1;
    report.print(seen.unnamed());
    if (seen.annotated().isEmpty()) {
      return;
    }
    if (round.processingOver()) {
      finish(round);
    } else if (generation.isEmpty()) {
      if (quietRounds < QUIET_ROUNDS) {
        askForAnotherRound();
      } else {
        writeClasses();
      }
    }
  }

  private void askForAnotherRound() {
    Place place = seen.place().orElseThrow();
    ClassName name = new ClassName(place.packageName(), "SondeRound" + rounds);
    String text =
        "// Without a class in it. It made the compiler run one more round, so that checks in"
            + " classes\n// that other processors generate are known before the endpoints are"
            + " written.\n";
    Optional<Problem> problem = output.source(name, text, List.of(place));
    if (problem.isPresent()) {
      report.print(List.of(problem.get()));
    }
  }

  private void writeClasses() {
    Declarations declared = Reader.read(environment, atHand, seen);
    if (!declared.complete() && quietRounds == QUIET_ROUNDS) {
      // Whoever generates the missing types may be waiting as well.
      askForAnotherRound();
      return;
    }
    Generation written = generate(declared);
    report.print(written.writeClasses(output, seen.compiled()));
    generation = Optional.of(written);
  }

  private void finish(RoundEnvironment round) {
    if (generation.isEmpty() || round.errorRaised() || report.failed()) {
      return;
    }
    Generation whole = generation.get();
    if (!whole.isOf(seen.annotated())) {
      Declarations declared = Reader.read(environment, atHand, seen);
      whole = generate(declared);
      report.print(whole.tooLate(generation.get(), declared));
    }
    if (whole.isComplete() && !report.failed()) {
      report.print(whole.writeDocuments(output));
    }
  }

  /**
   * Plans what to generate and reports what is wrong. Where something could not be read, the
   * compiler itself will say why, and much of what seems wrong may be a consequence of it.
   */
  private Generation generate(Declarations declared) {
    Options options = Options.read(environment.getOptions(), report);
    Plan plan = Planner.plan(declared, options.advised());
    boolean complete = declared.complete() && (plan.problems().isEmpty() || !hasMissingImports());
    report.print(complete ? plan.problems() : declared.unresolved());
    return new Generation(plan, complete, options, seen.annotated());
  }

  private boolean hasMissingImports() {
    return MissingImports.exist(environment, seen);
  }
}
