package dev.sonde.manifests.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.merge.record.RecordPlace;
import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.yaml.YamlNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestMergeTest {

  private static final ProbeSet LIVENESS =
      ProbeSet.forContainer("orders")
          .with(ProbeKind.LIVENESS, Probe.of(HttpGet.of("/livez", Port.of(8081))));
  private static final ProbeSet NOTHING = ProbeSet.forContainer("orders");

  @TempDir private Path folder;

  @Test
  void takesAwayAgainWhatItPutThere() throws IOException {
    Path file = write("a.yaml", deployment("orders"));
    Path record = folder.resolve(MergeRecord.FILE_NAME);

    merge(record, LIVENESS, file);
    assertThat(Files.readString(file)).contains("path: /livez");
    assertThat(record).content().contains("livenessProbe.httpGet.path: /livez");

    merge(record, NOTHING, file);
    assertThat(file).hasContent(deployment("orders"));
    assertThat(record).isEmptyFile();
  }

  @Test
  void takesAwayAgainTheTimeToStopThatItPutThere() throws IOException {
    Path file = write("a.yaml", deployment("orders"));
    Path record = folder.resolve(MergeRecord.FILE_NAME);

    merge(record, LIVENESS.with(new ShutdownTiming(5, 10, 20).termination()), file);
    assertThat(Files.readString(file)).contains("preStop:", "terminationGracePeriodSeconds: 40");
    assertThat(record)
        .content()
        .contains("lifecycle.preStop.sleep.seconds: 5", "terminationGracePeriodSeconds: 40");

    merge(record, LIVENESS, file);
    assertThat(Files.readString(file)).doesNotContain("lifecycle", "terminationGracePeriod");
    merge(record, NOTHING, file);
    assertThat(file).hasContent(deployment("orders"));
    assertThat(record).isEmptyFile();
  }

  @Test
  void leavesWhatWasThereBefore() throws IOException {
    String own =
        deployment("orders")
            + "          livenessProbe:\n            httpGet: {path: /livez, port: 8081}\n";
    Path file = write("a.yaml", own);
    Path record = folder.resolve(MergeRecord.FILE_NAME);

    merge(record, LIVENESS, file);
    merge(record, NOTHING, file);
    assertThat(file).hasContent(own);
  }

  @Test
  void touchesNoFileWhenOneIsRefused() throws IOException {
    Path good = write("a.yaml", deployment("orders"));
    Path bad = write("b.yaml", "a: {{ .Values.b }}\n");
    MergePlan plan = plan(LIVENESS, MergeRecord.EMPTY, good, bad);

    assertThat(plan.files()).isEmpty();
    assertThat(plan.refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.finding().ruleId()).isEqualTo("yaml-template"));
    MergeSession session = session(RecordPlace.besideManifests(), LIVENESS, good, bad);
    assertThatIllegalStateException().isThrownBy(session::write);
    assertThat(good).hasContent(deployment("orders"));
  }

  @Test
  void doesNotTouchAFileThatIsRightAlready() throws IOException {
    Path file = write("a.yaml", deployment("orders"));
    Path record = folder.resolve(MergeRecord.FILE_NAME);
    merge(record, LIVENESS, file);
    Object key = Files.getLastModifiedTime(file);
    Object inode = Files.getAttribute(file, "basic:fileKey");

    merge(record, LIVENESS, file);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(key);
    assertThat(Files.getAttribute(file, "basic:fileKey")).isEqualTo(inode);
  }

  @Test
  void refusesOneWorkloadInTwoFiles() throws IOException {
    MergePlan plan =
        plan(
            LIVENESS,
            MergeRecord.EMPTY,
            write("a.yaml", deployment("orders")),
            write("b.yaml", deployment("orders")));
    assertThat(plan.refusals())
        .singleElement()
        .hasToString(
            "b.yaml:9:11: [merge-ambiguous] container \"orders\" is in more than"
                + " one place: Deployment orders (a.yaml:9:11), Deployment orders (b.yaml:9:11)."
                + " Name the workload where the probes are declared, or allow every match.");
  }

  @Test
  void tellsTwoWorkloadsOfOneNameApartByTheirNamespace() throws IOException {
    Path shop =
        write(
            "shop.yaml",
            deployment("orders")
                .replace("  name: orders\n", "  name: orders\n  namespace: shop\n"));
    Path test =
        write(
            "test.yaml",
            deployment("orders")
                .replace("  name: orders\n", "  name: orders\n  namespace: test\n"));
    Path any = write("any.yaml", deployment("orders"));
    assertThat(plan(LIVENESS, MergeRecord.EMPTY, shop, test).refusals())
        .singleElement()
        .asString()
        .contains(
            "Deployment orders in namespace shop (shop.yaml:10:11), Deployment orders in namespace"
                + " test (test.yaml:10:11)");
    assertThat(changedIn("test", shop, test, any)).containsExactly("test.yaml");
    assertThat(changedIn("other", shop, test, any)).containsExactly("any.yaml");
    assertThat(changedIn("other", shop, test)).isEmpty();
    ProbeSet inShop =
        ProbeSetReader.read(
            "p.yaml",
            "apiVersion: sonde.dev/v1\nkind: ProbeSet\ncontainer: orders\nworkload: {namespace: shop}\n"
                + "livenessProbe: {tcpSocket: {port: 1}}\n");
    assertThat(plan(inShop, MergeRecord.EMPTY, shop, test).files())
        .extracting(file -> file.file().name())
        .containsExactly("shop.yaml");
    assertThat(ProbeSetReader.read("q.yaml", new ProbeSetDocument(List.of(), inShop).toYaml()))
        .isEqualTo(inShop);
  }

  private static List<String> changedIn(String namespace, Path... files) throws IOException {
    List<ManifestFile> manifests = new ArrayList<>();
    for (Path file : files) {
      manifests.add(ManifestFile.read(file.getFileName().toString(), file));
    }
    MergeOptions options = MergeOptions.DEFAULT.withNamespace(Optional.of(namespace));
    return ManifestMerge.plan(manifests, List.of(LIVENESS), options, MergeRecord.EMPTY)
        .files()
        .stream()
        .map(file -> file.file().name())
        .toList();
  }

  @Test
  void findsKindsThatItIsTold() {
    WorkloadKind batch =
        new WorkloadKind("Worker", "example.com/v1", List.of("spec", "jobs", "podSpec"), false);
    String text =
        """
        apiVersion: example.com/v1beta2
        kind: Worker
        metadata: {name: orders}
        spec:
          jobs:
            podSpec:
              containers:
                - name: orders
                  image: orders:1
        """;
    MergeOptions options = MergeOptions.DEFAULT.withKinds(WorkloadKinds.KNOWN.with(batch));
    MergePlan plan =
        ManifestMerge.plan(
            List.of(ManifestFile.of("w.yaml", text.getBytes(UTF_8))),
            List.of(LIVENESS),
            options,
            MergeRecord.EMPTY);
    assertThat(plan.files()).hasSize(1);
  }

  @Test
  void refusesARecordThatItCannotRead() {
    ManifestFile file =
        ManifestFile.of(
            "sonde.lock", "apiVersion: sonde.dev/v9\nkind: MergeRecord\n".getBytes(UTF_8));
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> MergeRecord.parse(file))
        .withMessageContaining("sonde.lock:1:13: [document-version] apiVersion \"sonde.dev/v9\"")
        .withMessageContaining("Restore the record from version control");
  }

  /** Word by word as it was written before records had types. */
  @Test
  void readsARecordOfAnEarlierVersion() {
    String text =
        """
        # What Sonde's merge wrote into the manifests, so that it can take it away again.
        # Generated; keep it under version control.
        apiVersion: sonde.dev/v1
        kind: MergeRecord
        containers:
          - file: k8s/orders.yaml
            kind: Deployment
            namespace: shop
            workload: orders
            container: orders
            source: target/classes
            fields:
              livenessProbe.httpGet.path: /livez
              livenessProbe.periodSeconds: 5
              ports[8081]: {name: health, containerPort: 8081}
        """;
    MergeRecord record = MergeRecord.parse(ManifestFile.of("sonde.lock", text.getBytes(UTF_8)));
    MergeRecord.Key key =
        new MergeRecord.Key("k8s/orders.yaml", "Deployment", "shop", "orders", "orders");
    assertThat(record.containers()).containsOnlyKeys(key);
    assertThat(record.containers().get(key).source()).isEqualTo("target/classes");
    assertThat(record.containers().get(key).fields())
        .containsEntry("livenessProbe.periodSeconds", new YamlNumber(5))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "containers: [{kind: Pod, fields: {}}] | 3:14: [field-missing] this entry has no file.",
        "containers: [{file: a, fields: {}}] | 3:14: [field-missing] this entry has no kind.",
        "containers: [{file: a, kind: Pod, fields: []}] | 3:43: [wrong-type]",
        "containers: {} | 3:13: [wrong-type]",
        "container: [] | 3:1: [unknown-field]",
        "kind: MergeRecord | 3:1: [duplicate-field]",
      })
  void tellsEveryMistakeInARecord(String line, String mistake) {
    String text = "apiVersion: sonde.dev/v1\nkind: MergeRecord\n" + line + "\n";
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> MergeRecord.parse(ManifestFile.of("r", text.getBytes(UTF_8))))
        .withMessageContaining("r:" + mistake);
  }

  @Test
  void readsBackTheRecordThatItWrites() {
    MergePlan plan =
        ManifestMerge.plan(
            List.of(ManifestFile.of("a.yaml", deployment("orders").getBytes(UTF_8))),
            List.of(LIVENESS),
            MergeOptions.DEFAULT,
            MergeRecord.EMPTY);
    String text = plan.record().toYaml();
    assertThat(MergeRecord.parse(ManifestFile.of("sonde.lock", text.getBytes(UTF_8))))
        .isEqualTo(plan.record());
    assertThat(text)
        .startsWith("# What Sonde's merge wrote")
        .contains("file: a.yaml", "workload: orders");
  }

  @Test
  void asksForTheContainerWhereThereAreSeveral() {
    ProbeSet only =
        ProbeSet.forContainer(ContainerRef.ONLY)
            .with(ProbeKind.LIVENESS, LIVENESS.liveness().orElseThrow());
    String two = deployment("orders") + "        - name: proxy\n          image: proxy:1\n";
    MergePlan plan =
        ManifestMerge.plan(
            List.of(ManifestFile.of("a.yaml", two.getBytes(UTF_8))),
            List.of(only),
            MergeOptions.DEFAULT,
            MergeRecord.EMPTY);
    assertThat(plan.refusals())
        .singleElement()
        .satisfies(r -> assertThat(r.finding().ruleId()).isEqualTo("merge-container-ambiguous"));
  }

  private void merge(Path record, ProbeSet probes, Path... files) throws IOException {
    session(RecordPlace.in(record), probes, files).write();
  }

  private MergeSession session(RecordPlace record, ProbeSet probes, Path... files)
      throws IOException {
    return MergeSession.of(
        new MergeInputs(
            folder,
            List.of(files),
            FileFilter.ALL,
            MergedProbes.of(List.of(probes)),
            MergeOptions.DEFAULT,
            record));
  }

  private static MergePlan plan(ProbeSet probes, MergeRecord record, Path... files)
      throws IOException {
    List<ManifestFile> manifests = new ArrayList<>();
    for (Path file : files) {
      manifests.add(ManifestFile.read(file.getFileName().toString(), file));
    }
    return ManifestMerge.plan(manifests, List.of(probes), MergeOptions.DEFAULT, record);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String deployment(String container) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: orders
        spec:
          template:
            spec:
              containers:
                - name: %s
                  image: orders:1
        """
        .formatted(container);
  }
}
