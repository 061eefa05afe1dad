package dev.sonde.manifests.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.Golden;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Manifests as people write them. Each folder holds {@code before.yaml} and, as golden files,
 * {@code after.yaml} and what was said: {@code said.txt}. It may hold its own {@code probes*.yaml},
 * a {@code record.yaml} of earlier merges and words in {@code options.txt}.
 */
class MergeCorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/merge");

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CORPUS)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void isLargeEnoughToBeTrusted() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void mergesAsTheGoldenFilesSay(String name) throws IOException {
    Path folder = CORPUS.resolve(name);
    List<ManifestFile> files = List.of(ManifestFile.read("before.yaml", before(folder)));
    List<ProbeSet> probes = probes(folder);
    MergeOptions options = options(folder);
    MergeRecord record = record(folder);

    MergePlan plan = ManifestMerge.plan(files, probes, options, record);

    Golden.assertSame("merge/" + name + "/said.txt", said(plan));
    byte[] after = plan.files().isEmpty() ? files.get(0).bytes() : plan.files().get(0).bytes();
    Golden.assertSame("merge/" + name + "/" + after(folder), after);
    if (plan.refusals().isEmpty()) {
      assertThat(mergedAgain(after, probes, options, plan.record())).isEqualTo(plan.record());
    }
  }

  private static MergeRecord mergedAgain(
      byte[] after, List<ProbeSet> probes, MergeOptions options, MergeRecord record) {
    ManifestFile file = ManifestFile.of("before.yaml", after);
    MergePlan again = ManifestMerge.plan(List.of(file), probes, options, record);
    assertThat(again.isClean()).as(again.toString()).isTrue();
    assertThat(again.files()).isEmpty();
    return again.record();
  }

  private static Path before(Path folder) {
    Path json = folder.resolve("before.json");
    return Files.exists(json) ? json : folder.resolve("before.yaml");
  }

  private static String after(Path folder) {
    return before(folder).getFileName().toString().replace("before", "after");
  }

  private static List<ProbeSet> probes(Path folder) throws IOException {
    List<Path> own;
    try (Stream<Path> all = Files.list(folder)) {
      own = all.filter(f -> f.getFileName().toString().startsWith("probes")).sorted().toList();
    }
    List<ProbeSet> probes = new ArrayList<>();
    for (Path file : own.isEmpty() ? List.of(CORPUS.resolve("probes.yaml")) : own) {
      probes.add(ProbeSetReader.read(file.toString(), Files.readAllBytes(file)));
    }
    return probes;
  }

  private static MergeOptions options(Path folder) throws IOException {
    Path file = folder.resolve("options.txt");
    String words = Files.exists(file) ? Files.readString(file) : "";
    return MergeOptions.DEFAULT
        .withStrict(words.contains("strict"))
        .withEveryMatch(words.contains("every match"))
        .withPrune(words.contains("prune"));
  }

  private static MergeRecord record(Path folder) throws IOException {
    Path file = folder.resolve("record.yaml");
    return Files.exists(file)
        ? MergeRecord.parse(ManifestFile.read("record.yaml", file))
        : MergeRecord.EMPTY;
  }

  private static String said(MergePlan plan) {
    String refusals = plan.refusals().stream().map(r -> r + "\n").collect(Collectors.joining());
    String changes =
        plan.changes().stream()
            .map(c -> (c.edited() ? "" : "(left) ") + c.place() + ": " + c.message() + "\n")
            .collect(Collectors.joining());
    String inconsistencies =
        plan.inconsistencies().stream().map(f -> f.text() + "\n").collect(Collectors.joining());
    return refusals.isEmpty() ? changes + inconsistencies + plan.diff() : refusals;
  }
}
