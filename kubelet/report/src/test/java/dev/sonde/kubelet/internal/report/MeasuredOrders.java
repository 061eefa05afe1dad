package dev.sonde.kubelet.internal.report;

import dev.sonde.manifests.measured.MeasurementWriter;
import dev.sonde.manifests.measured.SubjectHash;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What was measured of the Deployment in measured.yaml. */
final class MeasuredOrders {

  private MeasuredOrders() {}

  /**
   * {@return a report's inputs: the manifest, with what was measured beside it}
   *
   * @param folder where both are written
   */
  static ReportInputs in(Path folder) throws IOException {
    Path manifest = Files.copy(Sources.file("measured.yaml"), folder.resolve("measured.yaml"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(classes.resolve("Orders.class"), "code");
    Files.writeString(
        folder.resolve(Measurement.FILE_NAME),
        MeasurementWriter.write(Measurement.NONE.with(series(SubjectHash.of(classes)))));
    return ReportInputs.NONE.withManifests(List.of(manifest)).namedFrom(folder);
  }

  private static MeasuredSeries series(String hash) {
    return new MeasuredSeries(
        WorkloadRef.ANY,
        "orders",
        Optional.of(new MeasuredSubject("classes", hash)),
        new MeasuredLimits(OptionalInt.of(500), OptionalInt.of(512), LimitMethod.CGROUP_V1),
        new MeasuredMachine(2, "Linux 6.18 amd64", Optional.of("17.0.15")),
        Optional.empty(),
        200,
        Optional.of(new MeasuredLoad("http://localhost:8080/orders", 4)),
        new MeasuredRuns(29, 1, 1, 0, 2),
        Map.of(
            ProbeKind.STARTUP,
            probe(
                values(2900, 1, 3000, 6, 3100, 11, 3200, 8, 3500, 3, 4100, 1),
                Map.of(AnswerPhase.FIRST_TEN_SECONDS, answers(0, 4, 900, 12, 240, 310, 3))),
            ProbeKind.LIVENESS,
            probe(
                values(1200, 12, 1300, 17, 1900, 1),
                Map.of(
                    AnswerPhase.FIRST_TEN_SECONDS,
                    answers(0, 4, 700, 9, 610, 45, 60, 400, 31, 1200, 24, 1800, 5),
                    AnswerPhase.AT_REST,
                    answers(0, 2, 400, 3, 900, 5, 190, 21, 8),
                    AnswerPhase.UNDER_LOAD,
                    answers(3, 8, 310, 14, 700, 31, 400, 120, 61, 350, 2))),
            ProbeKind.READINESS,
            probe(
                values(3000, 4, 3200, 25, 4200, 1),
                Map.of(
                    AnswerPhase.FIRST_TEN_SECONDS,
                    answers(0, 5, 700, 12, 610, 50, 60, 410, 31, 1300, 12),
                    AnswerPhase.AT_REST,
                    answers(0, 3, 90, 4, 110)))),
        new MeasuredStop(
            values(7300, 10, 7400, 12, 7500, 1),
            values(7500, 3, 9100, 2, 14_200, 1),
            values(6900, 1, 7000, 4, 7100, 1)),
        values(780, 10, 850, 20),
        values(148, 30));
  }

  private static MeasuredProbe probe(
      Distribution firstSuccess, Map<AnswerPhase, MeasuredAnswers> answers) {
    return new MeasuredProbe(firstSuccess, answers);
  }

  private static MeasuredAnswers answers(int failed, int... valuesAndCounts) {
    return new MeasuredAnswers(values(valuesAndCounts), failed);
  }

  private static Distribution values(int... valuesAndCounts) {
    Map<Long, Integer> counts = new TreeMap<>();
    for (int i = 0; i < valuesAndCounts.length; i += 2) {
      counts.put((long) valuesAndCounts[i], valuesAndCounts[i + 1]);
    }
    return new Distribution(counts);
  }
}
