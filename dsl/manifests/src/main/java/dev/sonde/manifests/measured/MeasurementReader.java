package dev.sonde.manifests.measured;

import static java.util.stream.Collectors.toMap;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.document.Mistakes;
import dev.sonde.manifests.document.SondeDocument;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredAnswers;
import dev.sonde.measured.MeasuredLimits;
import dev.sonde.measured.MeasuredLoad;
import dev.sonde.measured.MeasuredMachine;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredRuns;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.MeasuredStop;
import dev.sonde.measured.MeasuredSubject;
import dev.sonde.measured.Measurement;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.FieldPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads measurements strictly, each mistake with its place: {@code apiVersion: sonde.dev/v1},
 * {@code kind: Measurement}. docs/measure.md has the fields.
 */
public final class MeasurementReader {

  private static final MeasuredLimits NO_LIMITS =
      new MeasuredLimits(OptionalInt.empty(), OptionalInt.empty(), LimitMethod.NONE);
  private static final MeasuredRuns NO_RUNS = new MeasuredRuns(0, 0, 0, 0, 0);
  private static final MeasuredMachine NO_MACHINE = new MeasuredMachine(1, "-", Optional.empty());
  private static final Map<String, LimitMethod> METHODS =
      Arrays.stream(LimitMethod.values()).collect(toMap(LimitMethod::word, method -> method));

  private MeasurementReader() {}

  /**
   * {@return what a file says}
   *
   * @param file the file
   * @throws IOException if it cannot be read
   * @throws UnreadableDocumentException if anything in it is wrong, or was changed by hand
   */
  public static Measurement read(Path file) throws IOException {
    return read(file.toString(), BoundedBytes.of(file));
  }

  /**
   * {@return what a document says}
   *
   * @param name what to call it in messages
   * @param bytes the document
   * @throws UnreadableDocumentException if anything in it is wrong, or was changed by hand
   */
  public static Measurement read(String name, byte[] bytes) {
    SondeDocument document = SondeDocument.of(name, bytes, Measurement.KIND);
    MappingNode root = document.root();
    Mistakes mistakes = document.mistakes();
    mistakes.throwIfAny();
    List<MeasuredSeries> series = new ArrayList<>();
    int index = 0;
    for (YamlTreeNode item : JsonReader.of(root).list("series", node -> node)) {
      FieldPath path = FieldPath.of("series").index(index++);
      if (item instanceof MappingNode node) {
        series.add(series(new MeasuredFields(node, path, mistakes)));
      }
    }
    MeasuredFields top = new MeasuredFields(root, FieldPath.ROOT, mistakes);
    top.demandPresent("series");
    Measurement read = top.made("series", Measurement.NONE, () -> new Measurement(series));
    mistakes.throwIfAny();
    return read;
  }

  private static MeasuredSeries series(MeasuredFields fields) {
    MeasuredSeries series =
        new MeasuredSeries(
            fields.object("workload").map(MeasurementReader::workload).orElse(WorkloadRef.ANY),
            fields.requiredText("container"),
            fields.object("subject").flatMap(MeasurementReader::subject),
            fields.required("limits", NO_LIMITS, MeasurementReader::limits),
            fields.required("machine", NO_MACHINE, MeasurementReader::machine),
            date(fields),
            fields.requiredAmount("askEvery", MeasurementWriter.MILLIS),
            fields.object("load").flatMap(MeasurementReader::load),
            fields.required("runs", NO_RUNS, MeasurementReader::runs),
            fields.required("probes", Map.of(), MeasurementReader::probes),
            fields.object("stop").map(MeasurementReader::stop).orElse(MeasuredStop.NONE),
            fields.distribution("cpuTime", MeasurementWriter.MILLIS),
            fields.distribution("memory", MeasurementWriter.MEBIBYTES));
    String seal = fields.requiredText("seal");
    if (fields.isClean() && !seal.equals(MeasurementWriter.seal(series))) {
      fields.mistake(
          "seal",
          "the numbers of container %s are not the ones that were measured: they were changed by hand."
              .formatted(series.container()));
    }
    return series;
  }

  private static Optional<LocalDate> date(MeasuredFields fields) {
    return fields
        .text("date")
        .flatMap(
            text ->
                fields.made(
                    "date", Optional.empty(), () -> Optional.of(MeasuredFields.parseDate(text))));
  }

  private static WorkloadRef workload(MeasuredFields fields) {
    return new WorkloadRef(fields.text("kind"), fields.text("name"), fields.text("namespace"));
  }

  private static Optional<MeasuredSubject> subject(MeasuredFields fields) {
    String path = fields.requiredText("path");
    String hash = fields.requiredText("hash");
    return fields.made(
        "hash", Optional.empty(), () -> Optional.of(new MeasuredSubject(path, hash)));
  }

  private static MeasuredLimits limits(MeasuredFields fields) {
    return new MeasuredLimits(
        fields.amount("cpu", MeasurementWriter.MILLICORES),
        fields.amount("memory", MeasurementWriter.MEBIBYTES),
        fields.choice("by", LimitMethod.NONE, word -> Optional.ofNullable(METHODS.get(word))));
  }

  private static MeasuredMachine machine(MeasuredFields fields) {
    return new MeasuredMachine(
        fields.whole("processors", 1), fields.requiredText("system"), fields.text("java"));
  }

  private static Optional<MeasuredLoad> load(MeasuredFields fields) {
    return Optional.of(new MeasuredLoad(fields.requiredText("url"), fields.whole("clients", 1)));
  }

  private static MeasuredRuns runs(MeasuredFields fields) {
    int complete = fields.whole("complete", 0);
    int killed = fields.whole("killed", 0);
    int exited = fields.whole("exited", 0);
    int unsuccessful = fields.whole("unsuccessful", 0);
    int disturbed = fields.whole("disturbed", 0);
    return fields.made(
        "disturbed",
        NO_RUNS,
        () -> new MeasuredRuns(complete, killed, exited, unsuccessful, disturbed));
  }

  private static Map<ProbeKind, MeasuredProbe> probes(MeasuredFields fields) {
    Map<ProbeKind, MeasuredProbe> probes = new EnumMap<>(ProbeKind.class);
    for (ProbeKind kind : ProbeKind.values()) {
      fields
          .object(kind.fieldName())
          .ifPresent(
              object ->
                  probes.put(
                      kind,
                      new MeasuredProbe(
                          object.distribution("firstSuccess", MeasurementWriter.MILLIS),
                          object
                              .object("answers")
                              .map(MeasurementReader::answers)
                              .orElse(Map.of()))));
    }
    return probes;
  }

  private static Map<AnswerPhase, MeasuredAnswers> answers(MeasuredFields fields) {
    Map<AnswerPhase, MeasuredAnswers> answers = new EnumMap<>(AnswerPhase.class);
    for (AnswerPhase phase : AnswerPhase.values()) {
      fields
          .object(phase.fieldName())
          .ifPresent(
              object ->
                  answers.put(
                      phase,
                      new MeasuredAnswers(
                          object.distribution("latency", MeasurementWriter.MILLIS),
                          object.whole("failed", 0))));
    }
    return answers;
  }

  private static MeasuredStop stop(MeasuredFields fields) {
    return new MeasuredStop(
        fields.distribution("atRest", MeasurementWriter.MILLIS),
        fields.distribution("underLoad", MeasurementWriter.MILLIS),
        fields.distribution("served", MeasurementWriter.MILLIS));
  }
}
