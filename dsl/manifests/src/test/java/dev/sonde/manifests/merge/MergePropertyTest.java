package dev.sonde.manifests.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sonde.manifests.RandomProbes;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.splice.CommentSearch;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.RestartRule;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.ApiRules;
import dev.sonde.rules.ProbeRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merges into thousands of manifests, each laid out in another way. The seeds run side by side. */
@Execution(ExecutionMode.CONCURRENT)
class MergePropertyTest {

  private static final int MANIFESTS_PER_SEED = 3_000;
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ContainerRef ORDERS =
      new ContainerRef(
          Optional.of("orders"), new WorkloadRef(Optional.of("Deployment"), Optional.of("orders")));

  /** What is to hold for a manifest and for probes to merge into it. */
  private interface Property {
    void check(String seed, String text, ProbeSet probes, Random random) throws IOException;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void changesTheProbesAndNothingElse(long seed) throws IOException {
    holdsForAll(seed, (one, text, probes, random) -> check(one, text, probes));
  }

  @ParameterizedTest
  @ValueSource(longs = 5)
  void takesAwayWhatIsNotDeclaredAnyMoreAndNothingElse(long seed) throws IOException {
    holdsForAll(seed, (one, text, first, random) -> checkChange(one, text, first, probes(random)));
  }

  private static void holdsForAll(long seed, Property property) throws IOException {
    for (int i = 0; i < MANIFESTS_PER_SEED; i++) {
      long one = seed * 1_000_000 + i;
      Random random = new Random(one);
      ProbeSet probes = probes(random);
      String text = new RandomManifest(random, probes).text();
      try {
        property.check("seed " + one, text, probes, random);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + one + "\n" + text, e);
      }
      if ((i + 1) % 1_000 == 0) {
        System.out.println("seed " + seed + ": merged into " + (i + 1) + " manifests");
      }
    }
  }

  private static void checkChange(String seed, String text, ProbeSet first, ProbeSet second)
      throws IOException {
    MergePlan earlier = plan(text, first, MergeRecord.EMPTY);
    String before = merged(earlier, text);
    MergePlan plan = plan(before, second, earlier.record());
    String after = merged(plan, before);
    String shown = seed + "\n" + before + "\n=====>\n" + after;

    assertThat(plan.refusals()).as(shown).isEmpty();
    assertThat(others(after)).as(shown).isEqualTo(others(before));
    YamlStream parsed = YamlStream.parse(before.getBytes(UTF_8));
    YamlStream changed = YamlStream.parse(after.getBytes(UTF_8));
    boolean flow = isFlow(parsed);
    assertThat(withoutMarks(withoutProbes(changed, flow)))
        .as(shown)
        .isEqualTo(withoutMarks(withoutProbes(parsed, flow)));
    assertThat(comments(changed)).as(shown).containsAll(comments(parsed));
    assertThat(plan(after, second, plan.record()).files()).as(shown).isEmpty();
  }

  private static String merged(MergePlan plan, String text) {
    return plan.files().isEmpty() ? text : new String(plan.files().get(0).bytes(), UTF_8);
  }

  /** All that is no business of probes. */
  private static List<Object> others(String text) throws IOException {
    List<Object> documents = read(text);
    for (Object document : documents) {
      pod(document).ifPresent(pod -> pod.remove("terminationGracePeriodSeconds"));
      orders(document)
          .ifPresent(
              container -> {
                container.remove("lifecycle");
                ContainerRestart.FIELDS.forEach(container::remove);
                Arrays.stream(ProbeKind.values())
                    .map(ProbeKind::fieldName)
                    .forEach(container::remove);
              });
    }
    return documents;
  }

  static ProbeSet probes(Random random) {
    ProbeSet probes = ProbeSet.forContainer(ORDERS);
    RandomProbes source = new RandomProbes(random.nextLong());
    for (ProbeKind kind : ProbeKind.values()) {
      if (random.nextInt(4) > 0) {
        probes = probes.with(kind, complete(kind, source));
      }
    }
    if (random.nextBoolean()) {
      probes =
          probes.with(
              new ShutdownTiming(random.nextInt(7), random.nextInt(3), 1 + random.nextInt(30))
                  .termination());
    }
    if (random.nextInt(3) == 0) {
      probes = probes.restartPolicy("Never", RestartRule.onExitCodes(random.nextInt(3), 42));
    }
    return random.nextInt(3) == 0 ? probes.stopSignal("SIGINT") : probes;
  }

  /** What lacks its handler or port is refused; a merge needs no more than that. */
  private static Probe complete(ProbeKind kind, RandomProbes source) {
    Probe probe = source.probe();
    while (probe.handlers().size() != 1 || hasNoPort(kind, probe)) {
      probe = source.probe();
    }
    return probe;
  }

  private static boolean hasNoPort(ProbeKind kind, Probe probe) {
    return ProbeRules.validate(kind, probe).errors().stream()
        .anyMatch(finding -> finding.rule().equals(ApiRules.PORT_RANGE));
  }

  private static void check(String seed, String before, ProbeSet probes) throws IOException {
    MergePlan plan = plan(before, probes, MergeRecord.EMPTY);
    assertThat(plan.refusals()).as(seed + "\n" + before).isEmpty();
    String after = merged(plan, before);
    String shown = seed + "\n" + before + "\n=====>\n" + after;

    assertThat(meaning(after)).as(shown).isEqualTo(expected(before, probes));
    YamlStream parsed = YamlStream.parse(before.getBytes(UTF_8));
    YamlStream changed = YamlStream.parse(after.getBytes(UTF_8));
    boolean flow = isFlow(parsed);
    assertThat(withoutProbes(changed, flow)).as(shown).isEqualTo(withoutProbes(parsed, flow));
    assertThat(comments(changed)).as(shown).containsAll(comments(parsed));
    MergePlan again = plan(after, probes, plan.record());
    assertThat(again.isClean()).as(shown).isTrue();
    assertThat(again.files()).as(shown).isEmpty();
    assertThat(again.record()).as(shown).isEqualTo(plan.record());
  }

  private static MergePlan plan(String text, ProbeSet probes, MergeRecord record) {
    List<ManifestFile> files = List.of(ManifestFile.of("k8s.yaml", text.getBytes(UTF_8)));
    return ManifestMerge.plan(files, List.of(probes), MergeOptions.DEFAULT, record);
  }

  private static List<Object> expected(String before, ProbeSet probes) throws IOException {
    List<Object> documents = read(before);
    documents.forEach(
        document -> pod(document).ifPresent(pod -> ExpectedProbes.gracePeriod(pod, probes)));
    documents.forEach(
        document ->
            orders(document)
                .ifPresent(
                    container -> {
                      Map<String, Object> merged = ExpectedProbes.merged(container, probes);
                      container.clear();
                      container.putAll(merged);
                    }));
    return documents;
  }

  private static List<Object> meaning(String text) throws IOException {
    List<Object> documents = read(text);
    documents.forEach(document -> pod(document).ifPresent(ExpectedProbes::gracePeriod));
    documents.forEach(
        document ->
            orders(document)
                .ifPresent(container -> container.putAll(ExpectedProbes.spelled(container))));
    return documents;
  }

  private static List<Object> read(String text) throws IOException {
    try (MappingIterator<Object> values =
        YAML.readerFor(Object.class).readValues(text.replace("\uFEFF", ""))) {
      return values.readAll();
    }
  }

  private static Optional<Map<String, Object>> pod(Object document) {
    Map<String, Object> object = RandomManifest.cast(document);
    if (!"Deployment".equals(object.get("kind"))) {
      return Optional.empty();
    }
    Map<String, Object> spec = RandomManifest.cast(object.get("spec"));
    Map<String, Object> template = RandomManifest.cast(spec.get("template"));
    return Optional.of(RandomManifest.cast(template.get("spec")));
  }

  private static Optional<Map<String, Object>> orders(Object document) {
    return pod(document).stream()
        .flatMap(pod -> ((List<?>) pod.get("containers")).stream())
        .map(RandomManifest::cast)
        .filter(container -> "orders".equals(container.get("name")))
        .findFirst();
  }

  /**
   * The text without the lines of the probes, their own comments, and what commas hold together.
   */
  private static String withoutProbes(YamlStream stream, boolean flow) {
    SourceText source = stream.source();
    StringBuilder rest = new StringBuilder(source.text());
    List<int[]> cuts = new ArrayList<>();
    for (YamlDocument document : stream.documents()) {
      pods(document)
          .flatMap(pod -> pod.entry("terminationGracePeriodSeconds").stream())
          .forEach(entry -> cuts.add(new int[] {entry.key().start(), entry.value().end()}));
      for (ContainerNode container : containers(document)) {
        container.node().entries().stream()
            .filter(MergePropertyTest::isProbe)
            .forEach(entry -> cuts.add(new int[] {entry.key().start(), entry.value().end()}));
      }
    }
    cuts.sort(Comparator.comparingInt(cut -> cut[0]));
    for (int i = cuts.size() - 1; i >= 0; i--) {
      rest.delete(cuts.get(i)[0], cuts.get(i)[1]);
    }

    String kept = rest.toString().replaceAll("#[^\r\n]*", "");
    return flow ? kept.replaceAll("[\\s,]+", "") : kept.replaceAll("\\s*[\r\n]+\\s*", "\n").strip();
  }

  /** Without what goes with a key that is taken away: the "?" before it, the space up to a dash. */
  private static String withoutMarks(String kept) {
    return kept.replace("?", "")
        .replaceAll("\\s*\n\\s*", "\n")
        .replaceAll("\n-\\s+", "\n- ")
        .strip();
  }

  private static boolean isFlow(YamlStream stream) {
    return stream.documents().stream()
        .flatMap(document -> containers(document).stream())
        .anyMatch(container -> container.node().flow());
  }

  private static boolean isProbe(MappingEntry entry) {
    return entry.isNamed("lifecycle")
        || ContainerRestart.FIELDS.stream().anyMatch(entry::isNamed)
        || Arrays.stream(ProbeKind.values()).anyMatch(kind -> entry.isNamed(kind.fieldName()));
  }

  private static Stream<MappingNode> pods(YamlDocument document) {
    return containers(document).stream().map(container -> container.around().get(0)).distinct();
  }

  private static List<ContainerNode> containers(YamlDocument document) {
    return new WorkloadReader(WorkloadKinds.KNOWN)
        .read(document).stream()
            .flatMap(workload -> workload.containers().stream())
            .filter(container -> container.name().equals(Optional.of("orders")))
            .toList();
  }

  private static List<String> comments(YamlStream stream) {
    List<String> comments = new ArrayList<>();
    for (YamlDocument document : stream.documents()) {
      comments.addAll(
          CommentSearch.in(
              stream.source(), document.start(), document.end(), List.of(document.root())));
    }
    return comments;
  }
}
