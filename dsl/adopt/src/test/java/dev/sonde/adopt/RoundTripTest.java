package dev.sonde.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.DriftReport;
import dev.sonde.manifests.merge.ManifestMerge;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.TcpSocket;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adopts, compiles with a real javac and the processor, and checks the same manifest. */
class RoundTripTest {

  private static final Path CORPUS = Path.of("../manifests/src/test/resources/merge");

  @ParameterizedTest
  @EnumSource
  void whatWasAdoptedDeclaresTheSameProbes(AdoptionStyle style) {
    LegalProbes random = new LegalProbes(20261126);
    for (int round = 0; round < 4; round++) {
      List<ProbeSet> sets =
          IntStream.range(0, 100).mapToObj(i -> random.set("c%03d".formatted(i))).toList();
      ManifestFile file = Manifests.file(Manifests.deployment(sets));

      AdoptedCode adoption = AdoptedCode.of(List.of(file), Manifests.options(style));
      assertThat(adoption.isRefused()).as("%s", adoption.findings()).isFalse();
      List<ProbeSet> declared = compile(adoption, style);

      assertThat(declared).hasSameSizeAs(sets);
      for (int i = 0; i < sets.size(); i++) {
        assertThat(meaning(declared.get(i)).probes())
            .as(adoption.classes().get(i).text())
            .isEqualTo(meaning(sets.get(i)).probes());
        assertThat(declared.get(i).termination().stopSignal())
            .isEqualTo(sets.get(i).termination().stopSignal());
        assertThat(declared.get(i).restart()).isEqualTo(sets.get(i).restart());
      }
      assertClean(file, declared);
    }
  }

  /** Only texts that are empty, which mean what is not written, are not told apart. */
  @Test
  void annotationsKeepAlsoWhatIsSetToADefault() {
    LegalProbes random = new LegalProbes(7);
    List<ProbeSet> sets =
        IntStream.range(0, 50).mapToObj(i -> random.set("c%03d".formatted(i))).toList();
    AdoptedCode adoption = Manifests.adopt(Manifests.deployment(sets), AdoptionStyle.ANNOTATIONS);

    List<ProbeSet> declared = compile(adoption, AdoptionStyle.ANNOTATIONS);

    for (int i = 0; i < sets.size(); i++) {
      assertThat(withoutHandlers(declared.get(i))).isEqualTo(withoutHandlers(sets.get(i)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCorpusOfMergedManifestsIsCleanAfterAdopting(AdoptionStyle style) throws IOException {
    int adopted = 0;
    for (Path before : manifests()) {
      ManifestFile file = ManifestFile.read(before.toString(), before);
      AdoptedCode adoption = AdoptedCode.of(List.of(file), Manifests.options(style));
      assertThat(adoption.classes().isEmpty())
          .as("%s: %s", before, adoption.findings())
          .isEqualTo(adoption.isRefused());
      if (!adoption.isRefused()) {
        assertClean(file, compile(adoption, style));
        adopted++;
      }
    }
    // The others have no probes, are templates or are broken.
    assertThat(adopted).isGreaterThan(60);
  }

  private static List<Path> manifests() throws IOException {
    try (Stream<Path> all = Files.walk(CORPUS)) {
      return all.filter(file -> file.endsWith("after.yaml")).sorted().toList();
    }
  }

  private static List<ProbeSet> compile(AdoptedCode adoption, AdoptionStyle style) {
    if (style == AdoptionStyle.DSL) {
      return Compiled.fluent(adoption.classes());
    }
    List<ProbeSet> declared = new ArrayList<>(Compiled.annotations(adoption.classes()));
    declared.sort(Comparator.comparing(set -> set.container().name().orElse("")));
    return declared;
  }

  private static void assertClean(ManifestFile file, List<ProbeSet> declared) {
    DriftReport report =
        DriftReport.of(
            ManifestMerge.plan(List.of(file), declared, MergeOptions.DEFAULT, MergeRecord.EMPTY),
            Severity.INFO);
    assertThat(report.findings())
        .filteredOn(found -> found.finding().ruleId().matches("(drift|merge)-.*"))
        .extracting(PlacedFinding::text)
        .isEmpty();
  }

  private static ProbeSet meaning(ProbeSet set) {
    ProbeSet meaning = set.withDefaults();
    for (var entry : set.withDefaults().probes().entrySet()) {
      meaning = meaning.with(entry.getKey(), withoutEmptyHost(entry.getValue()));
    }
    return meaning;
  }

  private static Probe withoutEmptyHost(Probe probe) {
    if (probe.handler().orElseThrow() instanceof HttpGet get) {
      Optional<String> host = get.host().filter(h -> !h.isEmpty());
      return probe.withHandler(
          new HttpGet(
              get.path(), get.port(), host, get.scheme(), get.httpHeaders(), get.protocol()));
    } else if (probe.handler().orElseThrow() instanceof TcpSocket tcp) {
      return probe.withHandler(new TcpSocket(tcp.port(), tcp.host().filter(h -> !h.isEmpty())));
    }
    return probe;
  }

  private static List<Probe> withoutHandlers(ProbeSet set) {
    return set.probes().values().stream().map(Probe::withoutHandler).toList();
  }
}
