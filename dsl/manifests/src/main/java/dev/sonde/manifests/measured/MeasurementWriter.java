package dev.sonde.manifests.measured;

import dev.sonde.compiled.TextHash;
import dev.sonde.manifests.document.SondeDocument;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.MeasuredAnswers;
import dev.sonde.measured.MeasuredLimits;
import dev.sonde.measured.MeasuredMachine;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredRuns;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.MeasuredStop;
import dev.sonde.measured.Measurement;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.WorkloadRef;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Writes measurements: the same values give the same bytes. docs/measure.md has the fields. */
public final class MeasurementWriter {

  /** The unit of times. */
  static final String MILLIS = "ms";

  /** The unit of memory. */
  static final String MEBIBYTES = "Mi";

  /** The unit of CPU. */
  static final String MILLICORES = "m";

  private static final List<String> COMMENT =
      List.of("Written by sonde measure. Numbers changed by hand are refused: measure again.");

  private MeasurementWriter() {}

  /**
   * {@return the document}
   *
   * @param measurement what to write
   */
  public static String write(Measurement measurement) {
    return Yaml.write(
        COMMENT,
        YamlMap.builder()
            .put("apiVersion", SondeDocument.API_VERSION)
            .put("kind", Measurement.KIND)
            .put(
                "series",
                new YamlList(measurement.series().stream().map(MeasurementWriter::sealed).toList()))
            .build());
  }

  private static YamlNode sealed(MeasuredSeries series) {
    return YamlMap.builder().putAll(fields(series)).put("seal", seal(series)).build();
  }

  /** Tells whether a series is as it was measured. */
  static String seal(MeasuredSeries series) {
    return TextHash.of(Yaml.write(fields(series)));
  }

  private static YamlMap fields(MeasuredSeries series) {
    YamlMap.Builder fields = YamlMap.builder();
    if (!series.workload().equals(WorkloadRef.ANY)) {
      fields.put(
          "workload",
          YamlMap.builder()
              .put("kind", series.workload().kind())
              .put("name", series.workload().name())
              .put("namespace", series.workload().namespace())
              .build());
    }
    fields.put("container", series.container());
    series
        .subject()
        .ifPresent(
            subject ->
                fields.put(
                    "subject",
                    YamlMap.builder()
                        .put("path", subject.path())
                        .put("hash", subject.hash())
                        .build()));
    fields.put("limits", limits(series.limits())).put("machine", machine(series.machine()));
    fields.put("date", series.date().map(LocalDate::toString));
    fields.put("askEvery", series.askEveryMillis() + MILLIS);
    series
        .load()
        .ifPresent(
            load ->
                fields.put(
                    "load",
                    YamlMap.builder()
                        .put("url", load.url())
                        .put("clients", load.clients())
                        .build()));
    YamlMap.Builder probes = YamlMap.builder();
    for (Map.Entry<ProbeKind, MeasuredProbe> probe : series.probes().entrySet()) {
      probes.put(probe.getKey().fieldName(), probe(probe.getValue()));
    }
    fields.put("runs", runs(series.runs())).put("probes", probes.build());
    putUnlessEmpty(fields, "stop", stop(series.stop()));
    put(fields, "cpuTime", series.cpuTime(), MILLIS);
    put(fields, "memory", series.memory(), MEBIBYTES);
    return fields.build();
  }

  private static YamlMap limits(MeasuredLimits limits) {
    YamlMap.Builder fields = YamlMap.builder();
    limits.cpuMillis().ifPresent(millis -> fields.put("cpu", millis + MILLICORES));
    limits.memoryMebibytes().ifPresent(memory -> fields.put("memory", memory + MEBIBYTES));
    return fields.put("by", limits.method().word()).build();
  }

  private static YamlMap machine(MeasuredMachine machine) {
    return YamlMap.builder()
        .put("processors", machine.processors())
        .put("system", machine.system())
        .put("java", machine.java())
        .build();
  }

  private static YamlMap runs(MeasuredRuns runs) {
    return YamlMap.builder()
        .put("complete", runs.complete())
        .put("killed", runs.killed())
        .put("exited", runs.exited())
        .put("unsuccessful", runs.unsuccessful())
        .put("disturbed", runs.disturbed())
        .build();
  }

  private static YamlMap probe(MeasuredProbe probe) {
    YamlMap.Builder answers = YamlMap.builder();
    for (Map.Entry<AnswerPhase, MeasuredAnswers> phase : probe.answers().entrySet()) {
      YamlMap.Builder fields = YamlMap.builder().put("failed", phase.getValue().failed());
      put(fields, "latency", phase.getValue().latency(), MILLIS);
      answers.put(phase.getKey().fieldName(), fields.build());
    }
    YamlMap.Builder fields = YamlMap.builder();
    put(fields, "firstSuccess", probe.firstSuccess(), MILLIS);
    putUnlessEmpty(fields, "answers", answers.build());
    return fields.build();
  }

  private static YamlMap stop(MeasuredStop stop) {
    YamlMap.Builder fields = YamlMap.builder();
    put(fields, "atRest", stop.atRest(), MILLIS);
    put(fields, "underLoad", stop.underLoad(), MILLIS);
    put(fields, "served", stop.served(), MILLIS);
    return fields.build();
  }

  private static void putUnlessEmpty(YamlMap.Builder fields, String name, YamlMap value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  private static void put(
      YamlMap.Builder fields, String name, Distribution distribution, String unit) {
    YamlMap.Builder counts = YamlMap.builder();
    distribution.counts().forEach((value, count) -> counts.put(value + unit, count));
    putUnlessEmpty(fields, name, counts.build());
  }
}
