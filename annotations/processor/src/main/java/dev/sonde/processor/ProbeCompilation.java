package dev.sonde.processor;

import dev.sonde.compiled.ClassFolder;
import dev.sonde.compiled.CompilationRecord;
import dev.sonde.processor.diagnostic.AtHand;
import dev.sonde.processor.diagnostic.ProblemReport;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.plan.GenerationPlan;
import dev.sonde.processor.plan.GenerationPlanner;
import dev.sonde.processor.read.DeclarationReader;
import dev.sonde.processor.read.MissingImports;
import dev.sonde.processor.read.OwnerHashes;
import dev.sonde.processor.read.ProbeDeclarations;
import dev.sonde.processor.read.SeenElements;
import dev.sonde.processor.write.CompilerOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * One compilation, from its first round to its last. Not thread-safe.
 *
 * <p>The classes to generate depend on all checks, also on those that other processors generate in
 * later rounds. So they are written when some rounds have brought no new class. The very last round
 * would be too late: to what is generated there, signatures cannot refer. A round without anything
 * new does not come by itself, so an empty source file asks for one. The documents, to which no
 * code refers, wait for the end.
 *
 * <p>The compiler may be given only some of the classes: the others are taken from the class files
 * of earlier compilations. Two processors may begin; the first one that asks for the record works.
 */
class ProbeCompilation {

  /**
   * One quiet round would do, if all processors were called in the first round. But those for
   * {@code *} are not called where all annotations have been claimed by others, and catch up in the
   * next.
   */
  private static final int QUIET_ROUNDS = 2;

  private final ProcessingEnvironment environment;
  private final AtHand atHand;
  private final ProblemReport report;
  private final CompilerOutput output;
  private final SeenElements seen = new SeenElements();
  private final boolean waits;
  private int quietRounds;
  private boolean begun;
  private boolean yields;
  private EarlierCompilation earlier = EarlierCompilation.NONE;
  private Optional<GenerationRound> generation = Optional.empty();

  ProbeCompilation(ProcessingEnvironment environment, AtHand atHand) {
    this(environment, atHand, "SondeRound");
  }

  /**
   * Begins.
   *
   * @param rounds how to name the files that ask for another round
   */
  ProbeCompilation(ProcessingEnvironment environment, AtHand atHand, String rounds) {
    this.environment = environment;
    this.atHand = atHand;
    this.waits = OtherProcessors.mayExist(environment);
    this.report = new ProblemReport(environment.getMessager());
    this.output = new CompilerOutput(environment.getFiler(), rounds);
  }

  void round(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    quietRounds = seen.add(round, annotations, environment.getElementUtils()) ? 0 : quietRounds + 1;
    try {
      if (!isNeeded(seen, output) || !begin()) {
        return;
      }
      if (round.processingOver()) {
        finish(round);
      } else if (generation.isEmpty() && waits && quietRounds < QUIET_ROUNDS) {
        print(output.anotherRound(place()));
      } else if (generation.isEmpty()) {
        writeClasses();
      }
    } catch (IOException | UncheckedIOException failure) {
      print(Optional.of(CompilerOutput.unreadable(failure, place())));
    } finally {
      if (round.processingOver()) {
        output.removeRounds();
      }
    }
  }

  /**
   * Tells whether there is anything to do, after saying what nothing can be done for.
   *
   * @throws IOException if the class output cannot be read
   */
  boolean isNeeded(SeenElements seen, CompilerOutput output) throws IOException {
    report.print(seen.unnamed());
    return seen.bringsAnnotations();
  }

  /** {@return whether this compilation is the one that works} */
  private boolean begin() throws IOException {
    if (!begun) {
      begun = true;
      try {
        Optional<ClassFolder> folder = output.folder(List.of(place()));
        if (folder.isPresent()) {
          earlier = EarlierCompilation.in(folder.get());
        }
      } catch (FilerException othersBegan) {
        yields = true;
      }
    }
    return !yields;
  }

  private void writeClasses() throws IOException {
    if (waits) {
      seen.lookAgain(environment.getElementUtils());
    }
    earlier.addTo(seen);
    Optional<SourceProblem> unusable = earlier.hidden(seen, environment.getElementUtils());
    if (unusable.isEmpty()) {
      unusable = earlier.orphaned(seen, environment.getElementUtils());
    }
    if (unusable.isPresent()) {
      print(unusable);
      return;
    }
    ProbeDeclarations declared = DeclarationReader.read(environment, atHand, seen);
    if (!declared.complete() && quietRounds == QUIET_ROUNDS) {
      // Whoever generates the missing types may be waiting as well.
      print(output.anotherRound(place()));
      return;
    }
    GenerationRound written = generate(declared);
    report.print(written.writeClasses(output, seen, earlier));
    generation = Optional.of(written);
  }

  private void finish(RoundEnvironment round) throws IOException {
    if (generation.isEmpty() || round.errorRaised() || report.failed()) {
      return;
    }
    GenerationRound whole = generation.get();
    earlier.addTo(seen);
    if (!whole.isOf(seen.annotated())) {
      ProbeDeclarations declared = DeclarationReader.read(environment, atHand, seen);
      whole = generate(declared);
      report.print(whole.tooLate(generation.get(), declared));
    }
    CompilationRecord record = whole.record(OwnerHashes.of(environment, seen), seen.used());
    print(whole.isComplete() ? earlier.leftOver(record, seen) : earlier.incomplete(seen));
    if (whole.isComplete() && !report.failed()) {
      print(earlier.withoutSource(seen, output));
      report.print(whole.writeDocuments(output));
    }
    if (whole.isComplete() && !report.failed()) {
      print(output.record(record, place()));
    }
  }

  private SourcePlace place() {
    return seen.place().orElseThrow();
  }

  private void print(Optional<SourceProblem> problem) {
    report.print(problem.stream().toList());
  }

  /**
   * Plans what to generate and reports what is wrong. Where something could not be read, the
   * compiler itself will say why, and much of what seems wrong may be a consequence of it.
   */
  private GenerationRound generate(ProbeDeclarations declared) {
    ProcessorOptions options = ProcessorOptions.read(environment.getOptions(), report);
    GenerationPlan plan = GenerationPlanner.plan(declared, options.advised());
    boolean complete = declared.complete() && (plan.problems().isEmpty() || !hasMissingImports());
    report.print(complete ? plan.problems() : declared.unresolved());
    return new GenerationRound(plan, complete, options, seen.annotated());
  }

  private boolean hasMissingImports() {
    return MissingImports.exist(environment, seen);
  }
}
